/** What a process costs, as the operating system tells it. */
package org.tinyrecursive.transforms.measure;
