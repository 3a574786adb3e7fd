/** The settings of a model and its training, as immutable records that check themselves. */
package org.tinyrecursive.modeltf.config;
