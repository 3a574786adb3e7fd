package org.tinyrecursive.rna.io;

import org.tinyrecursive.rna.structure.ReferenceStructures;

/**
 * Where the columns of a labels file are.
 *
 * @param id index of ID
 * @param resname index of resname
 * @param resid index of resid
 * @param firstX index of x_1; y_1, z_1, x_2 … follow
 * @param structures triplets of coordinates
 */
record LabelColumns(int id, int resname, int resid, int firstX, int structures) {
  static LabelColumns of(CsvTable table) {
    int first = table.need("x_1");
    int structures = 0;
    while (table.column("x_" + (structures + 1)) >= 0) {
      structures++;
    }
    for (int i = 0; i < 3 * structures; i++) {
      String expected = name(i);
      if (table.column(expected) != first + i) {
        throw new RecordProblem(
                table.name(),
                1,
                "header",
                "has '%s' not where it belongs: x_1,y_1,z_1,x_2,… without a gap"
                    .formatted(expected))
            .refusal();
      }
    }
    if (structures > ReferenceStructures.MOST) {
      throw new RecordProblem(
              table.name(),
              1,
              "header",
              "has %d structures, at most %d".formatted(structures, ReferenceStructures.MOST))
          .refusal();
    }
    return new LabelColumns(
        table.need("ID"), table.need("resname"), table.need("resid"), first, structures);
  }

  /** Name of a coordinate column, counted from x_1 as 0. */
  static String name(int coordinate) {
    return "xyz".charAt(coordinate % 3) + "_" + (coordinate / 3 + 1);
  }
}
