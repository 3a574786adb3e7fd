/**
 * RNA dataset format 1: targets of any length in Arrow IPC files beside a manifest. Specified in
 * {@code docs/rna-format.md}.
 */
package org.tinyrecursive.rna.dataset;
