/** What is minimized and what is counted (trm-spec, "Loss"). */
package org.tinyrecursive.modeltf.loss;
