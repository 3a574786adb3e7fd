/**
 * Beam transforms over puzzles: read and check records, sample, expand into examples, write shards.
 * What a puzzle is, and what a file looks like, is said in the packages that these wrap.
 *
 * <h2>Adding a task to the dataset build</h2>
 *
 * <ol>
 *   <li>A step of the task's own reads {@link RawSource}s into raw records, {@link Reject}s ({@link
 *       Reject#ofLine} or {@link Reject#ofPath}) and one {@link SourceSummary} a file; {@link
 *       ReadPuzzleRows} is the model. A record holds what its expansion needs and no more.
 *   <li>A {@link GroupExpansion} says how a record is coded, where it stands in its split, how many
 *       puzzle ids it takes up and which rows it becomes; {@link SudokuGroups} is the model. Where
 *       the number of puzzles is known only by expanding, {@link GroupExpansion#puzzles} returns a
 *       bound (such as 1 + num_aug), and the ids left over stay gaps: {@code group_id} and {@code
 *       puzzle_id} ascend and depend on nothing but the records. A record may be expanded for two
 *       splits, by two expansions.
 *   <li>{@link WriteShards} writes one split; {@link WriteRejects} and {@link WriteManifest} do
 *       what their names say. {@code num_puzzle_identifiers} is one more than the largest
 *       identifier that a row has, or that of the {@link ManifestSettings} if larger.
 *   <li>What must be known of every puzzle, such as its name, is noted while it is expanded ({@link
 *       GroupRows#note}) and gathered by a {@link Companion} when all shards are whole.
 *   <li>A graph in the pipelines module connects these and is given to its dataset build, which
 *       owns place, resume and publication. Files are written through {@link BuildPlace} alone.
 * </ol>
 *
 * <p>Raw records are shuffled once, expanded examples never; an expansion streams its rows, so that
 * memory does not depend on the number of augmentations.
 */
package org.tinyrecursive.transforms.beam;
