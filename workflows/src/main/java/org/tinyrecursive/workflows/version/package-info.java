/** {@code trm version}. */
package org.tinyrecursive.workflows.version;
