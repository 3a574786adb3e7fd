package org.tinyrecursive.workflows.cli;

/**
 * A word that gathers commands, such as {@code dataset}.
 *
 * @param word as typed
 * @param description one line for the help
 */
public record CommandGroup(String word, String description) {}
