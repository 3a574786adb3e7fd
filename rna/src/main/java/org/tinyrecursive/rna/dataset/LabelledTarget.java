package org.tinyrecursive.rna.dataset;

import java.io.Serializable;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * A target and its known structures, of one length.
 *
 * @param target sequence, day and chains
 * @param references its structures
 */
public record LabelledTarget(RnaTarget target, ReferenceStructures references)
    implements Serializable {}
