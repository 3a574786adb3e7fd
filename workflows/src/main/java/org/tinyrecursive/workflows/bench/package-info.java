/** {@code trm bench}: what this machine reaches, against what it could. */
package org.tinyrecursive.workflows.bench;
