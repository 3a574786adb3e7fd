/** Commands about the competitions' submission files. */
package org.tinyrecursive.workflows.submission;
