package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.rna.fold.Helix;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.template.LibraryChain;

/**
 * Loops, junctions and strands between helices, cut from known structures. A loop of several
 * helices is kept once for each of them as the first.
 */
final class MotifLibrary {
  private static final int FEWEST_PAIRS = 2;

  private final Map<Integer, List<Motif>> loops = new TreeMap<>();
  private final List<Linker> linkers = new ArrayList<>();

  private MotifLibrary() {}

  static MotifLibrary of(List<LibraryChain> chains) {
    MotifLibrary library = new MotifLibrary();
    for (LibraryChain chain : chains) {
      library.add(chain);
    }
    return library;
  }

  /** Loops of so many helices. */
  List<Motif> loops(int helices) {
    return loops.getOrDefault(helices, List.of());
  }

  /** Strands that lead from one helix to the next, in junctions and outside of all pairs. */
  List<Linker> linkers() {
    return linkers;
  }

  private void add(LibraryChain chain) {
    PairTable pairs = Helix.nested(chain.pairs(), FEWEST_PAIRS);
    double[] xyz = chain.positions().toArray();
    for (Helix helix : Helix.of(pairs)) {
      int i = helix.i() + helix.length() - 1;
      int j = helix.j() - helix.length() + 1;
      Loops loop = Loops.closedBy(pairs, i, j);
      addLoop(new Motif(chain.released(), chain.sequence(), xyz, loop.from(), loop.to()));
    }
    addOutside(chain.released(), chain.sequence(), xyz, pairs);
  }

  private void addLoop(Motif motif) {
    int k = motif.strands();
    if (motif.isResolved()) {
      for (int first = 0; first < k; first++) {
        loops.computeIfAbsent(k, count -> new ArrayList<>()).add(motif.turned(first));
      }
    }
    for (int s = 0; k >= 3 && s < k; s++) {
      int before = motif.to()[(s + k - 1) % k] - 1;
      int after = motif.from()[(s + 1) % k] + 1;
      addLinker(
          new Linker(
              motif.released(),
              motif.letters(),
              motif.xyz(),
              motif.from()[s],
              motif.to()[s],
              before,
              after));
    }
  }

  private void addLinker(Linker linker) {
    if (linker.isResolved()) {
      linkers.add(linker);
    }
  }

  private void addOutside(LocalDate released, String letters, double[] xyz, PairTable pairs) {
    int last = -1;
    for (int i = 0; i < pairs.length(); i++) {
      int j = pairs.partner(i);
      if (j > i) {
        if (last >= 0) {
          addLinker(new Linker(released, letters, xyz, last - 1, i + 1, pairs.partner(last), j));
        }
        last = j;
        i = j;
      }
    }
  }
}
