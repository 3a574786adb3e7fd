/** What a build of a dataset reaches, beside a plain loop that does the same work. */
package org.tinyrecursive.pipelines.bench;
