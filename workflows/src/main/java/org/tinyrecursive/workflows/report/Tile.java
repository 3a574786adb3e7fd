package org.tinyrecursive.workflows.report;

/**
 * One figure at the top of the report.
 *
 * @param label what it is
 * @param value the figure with its unit
 * @param note what it is to be compared with; may be empty
 */
public record Tile(String label, String value, String note) {}
