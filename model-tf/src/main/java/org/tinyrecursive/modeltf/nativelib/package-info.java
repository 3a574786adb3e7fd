/** What can be known of the native TensorFlow library without building a graph. */
package org.tinyrecursive.modeltf.nativelib;
