/** Known structures as a library, and the search for those that resemble a target. */
package org.tinyrecursive.rna.template;
