/** The {@code trm} command, its recipes and reports. */
package org.tinyrecursive.workflows;
