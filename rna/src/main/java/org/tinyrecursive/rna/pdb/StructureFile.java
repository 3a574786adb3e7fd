package org.tinyrecursive.rna.pdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biojava.nbio.structure.Chain;
import org.biojava.nbio.structure.Structure;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Reads one structure file: its RNA chains as one target named like the file, chains with the same
 * residues as copies of one, of several models the first. A target's day is that of its release:
 * the day of deposition would let a prediction look into the future.
 */
public final class StructureFile {
  private static final Pattern NAME =
      Pattern.compile("(.+)\\.(pdb|ent|cif|mmcif)(\\.gz)?", Pattern.CASE_INSENSITIVE);

  private StructureFile() {}

  /**
   * The RNA of a file.
   *
   * @param target its sequence, chains and day of release
   * @param positions C1′ of every residue, missing where the file has none
   */
  public record Known(RnaTarget target, Coordinates positions) {}

  /** Whether a file is one of structures, by its name. */
  public static boolean isNamedLikeOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /**
   * Reads a file, plain or gzip.
   *
   * @param problems takes what is wrong with it
   * @return nothing where there is a problem
   */
  public static Optional<Known> read(Path file, ProblemSink problems) {
    String name = file.getFileName().toString();
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      problems.accept(
          problem(name, "is no structure file, expected .pdb, .ent, .cif or .mmcif, plain or .gz"));
      return Optional.empty();
    }
    boolean isCif = parts.group(2).toLowerCase(Locale.ROOT).endsWith("cif");
    try (BufferedReader reader = new BufferedReader(TextSource.open(file).reader())) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      ParsedFile parsed =
          isCif ? ParsedFile.ofCif(text.toString()) : ParsedFile.ofPdb(text.toString());
      return known(name, parts.group(1), parsed, problems);
    } catch (InputRefusedException refused) {
      // Compressed data that is damaged from the beginning.
      problems.accept(problem(name, refused.getMessage().replace(name + ": ", "")));
      return Optional.empty();
    } catch (IOException | RuntimeException failed) {
      problems.accept(
          problem(
              name,
              "cannot be read as %s (%s); fetch it again"
                  .formatted(isCif ? "mmCIF" : "PDB", failed)));
      return Optional.empty();
    }
  }

  private static Optional<Known> known(
      String name, String id, ParsedFile parsed, ProblemSink problems) {
    Structure structure = parsed.structure();
    Map<String, List<RnaChain>> entities = new LinkedHashMap<>();
    if (structure.nrModels() > 0) {
      for (Chain chain : structure.getPolyChains(0)) {
        RnaChain.of(chain, new ParentResidues(parsed.parents()))
            .ifPresent(
                rna -> entities.computeIfAbsent(rna.letters(), key -> new ArrayList<>()).add(rna));
      }
    }
    Optional<LocalDate> released = released(structure);
    String wrong =
        entities.isEmpty()
            ? "has no RNA chain"
            : released.isEmpty()
                ? "has no release date, expected REVDAT 1 or"
                    + " _pdbx_audit_revision_history.revision_date"
                : hasPosition(entities) ? "" : "has RNA, but no C1' atom of it";
    if (!wrong.isEmpty()) {
      problems.accept(problem(name, wrong));
      return Optional.empty();
    }
    return Optional.of(joined(id, entities, released.orElseThrow()));
  }

  /** BioJava gives the beginning of 1970 where there is no date. */
  private static Optional<LocalDate> released(Structure structure) {
    return Optional.ofNullable(structure.getPDBHeader().getRelDate())
        .map(date -> LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()))
        .filter(day -> day.getYear() > 1970);
  }

  private static boolean hasPosition(Map<String, List<RnaChain>> entities) {
    return entities.values().stream()
        .flatMap(List::stream)
        .anyMatch(chain -> Coordinates.of(chain.xyz()).resolved() > 0);
  }

  private static Known joined(String id, Map<String, List<RnaChain>> entities, LocalDate day) {
    StringBuilder letters = new StringBuilder();
    List<ChainSpan> spans = new ArrayList<>();
    List<double[]> positions = new ArrayList<>();
    for (List<RnaChain> copies : entities.values()) {
      for (int copy = 0; copy < copies.size(); copy++) {
        int from = letters.length();
        letters.append(copies.get(copy).letters());
        positions.add(copies.get(copy).xyz());
        spans.add(new ChainSpan(copies.get(0).name(), copy + 1, from, letters.length()));
      }
    }
    double[] xyz = positions.stream().flatMapToDouble(Arrays::stream).toArray();
    return new Known(
        new RnaTarget(id, new Sequence(letters.toString()), day, "", spans), Coordinates.of(xyz));
  }

  private static RecordProblem problem(String name, String what) {
    return new RecordProblem(name, 0, "", what);
  }
}
