/** What every command that runs Beam has: its options, and progress from counters. */
package org.tinyrecursive.workflows.beam;
