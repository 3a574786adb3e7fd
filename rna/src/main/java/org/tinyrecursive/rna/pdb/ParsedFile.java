package org.tinyrecursive.rna.pdb;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.biojava.nbio.structure.Structure;
import org.biojava.nbio.structure.chem.ChemCompGroupFactory;
import org.biojava.nbio.structure.chem.ReducedChemCompProvider;
import org.biojava.nbio.structure.io.FileParsingParameters;
import org.biojava.nbio.structure.io.PDBFileParser;
import org.biojava.nbio.structure.io.cif.CifStructureConverter;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.model.CifFile;
import org.rcsb.cif.model.ValueKind;
import org.rcsb.cif.schema.StandardSchemata;
import org.rcsb.cif.schema.mm.PdbxStructModResidue;

/**
 * A structure and what its file says of modified residues.
 *
 * @param structure as BioJava reads it, with the residues of the sequence that have no position
 * @param parents names of modified residues and of their parents
 */
record ParsedFile(Structure structure, Map<String, String> parents) {
  private static final int PARENT_COLUMN = 24;

  static {
    // The default one downloads definitions of residues.
    ChemCompGroupFactory.setChemCompProvider(new ReducedChemCompProvider());
  }

  static ParsedFile ofPdb(String text) throws IOException {
    PDBFileParser parser = new PDBFileParser();
    parser.setFileParsingParameters(parameters());
    Structure structure = parser.parsePDBFile(new BufferedReader(new StringReader(text)));
    Map<String, String> parents = new HashMap<>();
    text.lines()
        .filter(line -> line.startsWith("MODRES") && line.length() > PARENT_COLUMN)
        .forEach(
            line ->
                parents.put(
                    line.substring(12, 15).trim(),
                    line.substring(PARENT_COLUMN, Math.min(line.length(), 27)).trim()));
    return new ParsedFile(structure, parents);
  }

  static ParsedFile ofCif(String text) throws IOException {
    CifFile file =
        CifIO.readFromInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    PdbxStructModResidue modified =
        file.as(StandardSchemata.MMCIF).getFirstBlock().getPdbxStructModResidue();
    Map<String, String> parents = new HashMap<>();
    for (int row = 0; modified.isDefined() && row < modified.getRowCount(); row++) {
      if (modified.getParentCompId().getValueKind(row) == ValueKind.PRESENT) {
        parents.put(modified.getLabelCompId().get(row), modified.getParentCompId().get(row));
      }
    }
    return new ParsedFile(CifStructureConverter.fromCifFile(file, parameters()), parents);
  }

  private static FileParsingParameters parameters() {
    FileParsingParameters parameters = new FileParsingParameters();
    parameters.setAlignSeqRes(true);
    parameters.setParseSecStruc(false);
    parameters.setCreateAtomBonds(false);
    parameters.setParseBioAssembly(false);
    return parameters;
  }
}
