/** {@code trm adapt}: unseen ARC tasks in, a submission out, within a given time. */
package org.tinyrecursive.workflows.adapt;
