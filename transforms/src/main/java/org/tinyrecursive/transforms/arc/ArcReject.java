package org.tinyrecursive.transforms.arc;

/**
 * A task that cannot be used.
 *
 * @param file name of its file
 * @param line of the file where it goes wrong, from 1
 * @param path JSON pointer (RFC 6901) to what is wrong, such as {@code /007bbfb7/train/0/input/2}
 * @param task its id
 * @param what is wrong there, such as {@code cell}
 * @param reason what is wrong with it; reads on after {@code what}
 */
public record ArcReject(
    String file, long line, String path, String task, String what, String reason) {}
