package org.tinyrecursive.rna.pdb;

import java.util.List;
import java.util.Locale;

/** Structure files of a few residues. */
final class SmallFiles {
  private SmallFiles() {}

  /**
   * A PDB file of chains A and B with the same sequence G C X A U, X a modified residue. In chain A
   * the first residue has no position, in chain B the last.
   */
  static String pdb(String modified, String modres) {
    StringBuilder text =
        new StringBuilder(
            "HEADER    RNA                                     03-JAN-11   9XYZ              \n");
    text.append("SEQRES   1 A    5    G   C %3s   A   U%n".formatted(modified));
    text.append("SEQRES   1 B    5    G   C %3s   A   U%n".formatted(modified));
    text.append(modres);
    text.append("REVDAT   2   01-FEB-13 9XYZ    1       REMARK\n");
    text.append("REVDAT   1   28-MAR-12 9XYZ    0\n");
    String[] names = {"G", "C", modified, "A", "U"};
    int serial = 0;
    for (int chain = 0; chain < 2; chain++) {
      for (int i = 1 - chain; i < 5 - chain; i++) {
        for (String atom : List.of("P  ", "C1'")) {
          serial++;
          text.append(
              String.format(
                  Locale.ROOT,
                  "%-6s%5d  %s %3s %c%4d    %8.3f%8.3f%8.3f  1.00 20.00           %c%n",
                  names[i].length() > 1 ? "HETATM" : "ATOM",
                  serial,
                  atom,
                  names[i],
                  'A' + chain,
                  i + 1,
                  10.0 * chain + i,
                  atom.startsWith("P") ? -1.0 : 1.5 * i,
                  0.25,
                  atom.charAt(0)));
        }
      }
      text.append("TER\n");
    }
    return text.append("END\n").toString();
  }

  /** The same as mmCIF, chain A only, with a water and a protein chain of two residues. */
  static String cif(String modified, String parent) {
    StringBuilder text =
        new StringBuilder(
            """
            data_9XYZ
            _entry.id 9XYZ
            loop_
            _pdbx_audit_revision_history.ordinal
            _pdbx_audit_revision_history.data_content_type
            _pdbx_audit_revision_history.major_revision
            _pdbx_audit_revision_history.minor_revision
            _pdbx_audit_revision_history.revision_date
            1 'Structure model' 1 0 2012-03-28
            2 'Structure model' 1 1 2013-02-01
            loop_
            _entity.id
            _entity.type
            1 polymer
            2 polymer
            3 water
            loop_
            _entity_poly.entity_id
            _entity_poly.type
            _entity_poly.pdbx_strand_id
            1 polyribonucleotide R
            2 'polypeptide(L)' P
            loop_
            _struct_asym.id
            _struct_asym.entity_id
            A 1
            B 2
            C 3
            """);
    if (!parent.isEmpty()) {
      text.append("_pdbx_struct_mod_residue.id 1\n");
      text.append("_pdbx_struct_mod_residue.label_asym_id A\n");
      text.append("_pdbx_struct_mod_residue.label_comp_id %s%n".formatted(modified));
      text.append("_pdbx_struct_mod_residue.label_seq_id 3\n");
      text.append("_pdbx_struct_mod_residue.parent_comp_id %s%n".formatted(parent));
    }
    text.append(
        """
        loop_
        _entity_poly_seq.entity_id
        _entity_poly_seq.num
        _entity_poly_seq.mon_id
        _entity_poly_seq.hetero
        1 1 G n
        1 2 C n
        1 3 %s n
        1 4 A n
        1 5 U n
        2 1 GLY n
        2 2 ALA n
        """
            .formatted(modified));
    text.append(SCHEME);
    String[] names = {"G", "C", modified, "A", "U"};
    for (int i = 0; i < 5; i++) {
      text.append("A 1 %d %s %d %d R . n%n".formatted(i + 1, names[i], i + 1, 100 + i));
    }
    text.append("B 2 1 GLY 1 1 P . n\nB 2 2 ALA 2 2 P . n\n").append(ATOMS);
    for (int i = 1; i < 5; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s %d C \"C1'\" . %s A 1 %d ? %.3f %.3f 0.25 1.00 20.0 %d R 1%n",
              names[i].length() > 1 ? "HETATM" : "ATOM",
              i,
              names[i],
              i + 1,
              (double) i,
              1.5 * i,
              100 + i));
    }
    return text.append("ATOM 5 C CA . GLY B 2 1 ? 9.0 9.0 9.0 1.00 20.0 1 P 1\n")
        .append("ATOM 6 C CA . ALA B 2 2 ? 9.0 9.0 12.8 1.00 20.0 2 P 1\n")
        .append("HETATM 7 O O . HOH C 3 . ? 9.0 9.0 30.0 1.00 20.0 201 R 1\n")
        .toString();
  }

  private static final String SCHEME =
      """
      loop_
      _pdbx_poly_seq_scheme.asym_id
      _pdbx_poly_seq_scheme.entity_id
      _pdbx_poly_seq_scheme.seq_id
      _pdbx_poly_seq_scheme.mon_id
      _pdbx_poly_seq_scheme.ndb_seq_num
      _pdbx_poly_seq_scheme.pdb_seq_num
      _pdbx_poly_seq_scheme.pdb_strand_id
      _pdbx_poly_seq_scheme.pdb_ins_code
      _pdbx_poly_seq_scheme.hetero
      """;

  private static final String ATOMS =
      """
      loop_
      _atom_site.group_PDB
      _atom_site.id
      _atom_site.type_symbol
      _atom_site.label_atom_id
      _atom_site.label_alt_id
      _atom_site.label_comp_id
      _atom_site.label_asym_id
      _atom_site.label_entity_id
      _atom_site.label_seq_id
      _atom_site.pdbx_PDB_ins_code
      _atom_site.Cartn_x
      _atom_site.Cartn_y
      _atom_site.Cartn_z
      _atom_site.occupancy
      _atom_site.B_iso_or_equiv
      _atom_site.auth_seq_id
      _atom_site.auth_asym_id
      _atom_site.pdbx_PDB_model_num
      """;
}
