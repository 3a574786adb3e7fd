/**
 * How near a predicted structure is to a known one: RMSD, lDDT and TM-score. The TM-score follows
 * US-align (Zhang, Shine, Pyle and Zhang, 2022) and its forerunner TM-align (Zhang and Skolnick,
 * 2005) step by step, so that the numbers agree.
 */
package org.tinyrecursive.rna.score;
