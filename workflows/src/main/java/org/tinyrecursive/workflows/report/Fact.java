package org.tinyrecursive.workflows.report;

/** A line of a table: a name and what holds for it. */
public record Fact(String name, String value) {}
