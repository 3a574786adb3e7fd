/** {@code trm config}: recipes and their settings, explained. */
package org.tinyrecursive.workflows.config;
