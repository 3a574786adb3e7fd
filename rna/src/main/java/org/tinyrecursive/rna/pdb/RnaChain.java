package org.tinyrecursive.rna.pdb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.biojava.nbio.structure.Atom;
import org.biojava.nbio.structure.Chain;
import org.biojava.nbio.structure.Group;

/**
 * A chain of RNA.
 *
 * @param name as the authors call it
 * @param letters of its whole sequence, residues without a position included
 * @param xyz C1′ positions, NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record RnaChain(String name, String letters, double[] xyz) {
  private static final String ATOM = "C1'";

  /** The chain, if half of its residues or more are RNA. */
  static Optional<RnaChain> of(Chain chain, ParentResidues parents) {
    List<Group> residues =
        chain.getSeqResGroups().isEmpty() ? chain.getAtomGroups() : chain.getSeqResGroups();
    long rna = residues.stream().filter(group -> parents.isRna(group.getPDBName())).count();
    if (rna == 0 || 2 * rna < residues.size()) {
      return Optional.empty();
    }
    StringBuilder letters = new StringBuilder();
    double[] xyz = new double[3 * residues.size()];
    Arrays.fill(xyz, Double.NaN);
    for (int i = 0; i < residues.size(); i++) {
      letters.append(parents.letter(residues.get(i).getPDBName()));
      Atom atom = residues.get(i).getAtom(ATOM);
      if (atom != null) {
        System.arraycopy(atom.getCoords(), 0, xyz, 3 * i, 3);
      }
    }
    return Optional.of(new RnaChain(chain.getName(), letters.toString(), xyz));
  }
}
