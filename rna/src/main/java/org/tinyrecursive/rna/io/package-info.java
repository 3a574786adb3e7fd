/** The files of the competitions, read and written with every complaint in its place. */
package org.tinyrecursive.rna.io;
