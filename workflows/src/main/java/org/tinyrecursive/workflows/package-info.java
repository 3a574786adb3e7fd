/**
 * The {@code trm} command.
 *
 * <p>To add a command: write a class with {@code @Command} that implements {@code
 * Callable<Integer>} (see {@link org.tinyrecursive.workflows.version.VersionCommand}), in a package
 * of its own, and add one line to {@link org.tinyrecursive.workflows.Commands}: its words, its
 * one-line description, a lambda that makes it. The lambda runs only when the command is used, so
 * that {@code trm --help} loads neither Beam nor TensorFlow; the name and the description are
 * written nowhere else. {@code --help} and {@code --stacktrace} are added to every command.
 *
 * <p>A command returns a code of {@link org.tinyrecursive.workflows.cli.ExitCode}; it throws {@link
 * org.tinyrecursive.transforms.InputRefusedException} where a user's input cannot be used (exit 3,
 * message only). Results go to stdout through {@link
 * org.tinyrecursive.workflows.cli.ResultOptions}, progress and logs to stderr.
 */
package org.tinyrecursive.workflows;
