/** RNA structures and the models that learn them: what each tells the other. */
package org.tinyrecursive.pipelines.rna;
