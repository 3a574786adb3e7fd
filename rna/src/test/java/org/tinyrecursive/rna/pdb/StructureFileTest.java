package org.tinyrecursive.rna.pdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.rna.io.PdbWriter;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.rna.structure.Vec3;

class StructureFileTest {
  private static final String MODRES = "MODRES 9XYZ QQQ A    3    U  A RESIDUE OF OUR OWN\n";

  @TempDir private Path folder;
  private final List<RecordProblem> problems = new ArrayList<>();
  private final List<URI> asked = new ArrayList<>();
  private final ProxySelector before = ProxySelector.getDefault();

  /** Every connection by URL asks for a proxy first. */
  @BeforeEach
  void watchTheNetwork() {
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            throw new IllegalStateException("network used: " + uri);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException failed) {}
        });
  }

  @AfterEach
  void nothingWasAskedOfTheNetwork() {
    ProxySelector.setDefault(before);
    assertThat(asked).isEmpty();
  }

  @Test
  void copiesOfAChainAreJoinedAndUnresolvedResiduesKept() throws IOException {
    StructureFile.Known known = read("9xyz.pdb", SmallFiles.pdb("PSU", "")).orElseThrow();
    assertThat(known.target().id()).isEqualTo("9xyz");
    assertThat(known.target().sequence().letters()).isEqualTo("GCUAUGCUAU");
    assertThat(known.target().cutoff()).isEqualTo(LocalDate.of(2012, 3, 28));
    assertThat(known.target().chains())
        .containsExactly(new ChainSpan("A", 1, 0, 5), new ChainSpan("A", 2, 5, 10));
    assertThat(known.positions().resolved()).isEqualTo(8);
    assertThat(known.positions().isResolved(0)).isFalse();
    assertThat(known.positions().isResolved(9)).isFalse();
    assertThat(known.positions().at(2)).isEqualTo(new Vec3(2, 3, 0.25));
    assertThat(known.positions().at(5)).isEqualTo(new Vec3(10, 0, 0.25));
    assertThat(problems).isEmpty();
  }

  @Test
  void theFileSaysWhatAModifiedResidueWasMadeFrom() throws IOException {
    assertThat(letters(read("a.pdb", SmallFiles.pdb("QQQ", MODRES)))).isEqualTo("GCUAUGCUAU");
    assertThat(letters(read("b.pdb", SmallFiles.pdb("QQQ", "")))).isEqualTo("GCNAUGCNAU");
    assertThat(letters(read("a.cif", SmallFiles.cif("QQQ", "A")))).isEqualTo("GCAAU");
    assertThat(letters(read("b.cif", SmallFiles.cif("QQQ", "")))).isEqualTo("GCNAU");
  }

  @Test
  void mmCifGivesItsRnaChainsWithoutProteinAndWater() throws IOException {
    StructureFile.Known known = read("9xyz.cif", SmallFiles.cif("5MC", "")).orElseThrow();
    assertThat(known.target().sequence().letters()).isEqualTo("GCCAU");
    assertThat(known.target().cutoff()).isEqualTo(LocalDate.of(2012, 3, 28));
    assertThat(known.target().chains()).containsExactly(new ChainSpan("R", 1, 0, 5));
    assertThat(known.positions().isResolved(0)).isFalse();
    assertThat(known.positions().at(4)).isEqualTo(new Vec3(4, 6, 0.25));
  }

  @Test
  void gzipIsReadAndDamageIsNamed() throws IOException {
    Path whole = folder.resolve("z.ent.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(SmallFiles.pdb("PSU", "").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(StructureFile.read(whole, problems::add)).isPresent();
    byte[] bytes = Files.readAllBytes(whole);
    Path torn = folder.resolve("torn.pdb.gz");
    Files.write(torn, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(StructureFile.read(torn, problems::add)).isEmpty();
    Path noGzip = folder.resolve("no.cif.gz");
    Files.write(noGzip, new byte[] {0x1F, (byte) 0x8B, 7, 7});
    assertThat(StructureFile.read(noGzip, problems::add)).isEmpty();
    assertThat(problems)
        .extracting(RecordProblem::toString)
        .satisfiesExactly(
            text -> assertThat(text).startsWith("torn.pdb.gz: cannot be read as PDB"),
            text -> assertThat(text).startsWith("no.cif.gz: compressed data is damaged"));
  }

  @Test
  void whatCannotBeUsedIsNamed() throws IOException {
    String pdb = SmallFiles.pdb("PSU", "");
    assertThat(read("undated.pdb", pdb.replaceAll("REVDAT.*\n", ""))).isEmpty();
    assertThat(read("empty.pdb", "")).isEmpty();
    assertThat(read("phosphates.pdb", pdb.replace("C1'", "C4'"))).isEmpty();
    assertThat(read("text.cif", "no structure at all")).isEmpty();
    assertThat(problems)
        .extracting(RecordProblem::toString)
        .satisfiesExactly(
            text ->
                assertThat(text)
                    .isEqualTo(
                        "undated.pdb: has no release date, expected REVDAT 1 or"
                            + " _pdbx_audit_revision_history.revision_date"),
            text -> assertThat(text).isEqualTo("empty.pdb: has no RNA chain"),
            text -> assertThat(text).isEqualTo("phosphates.pdb: has RNA, but no C1' atom of it"),
            text -> assertThat(text).startsWith("text.cif: "));
  }

  @Test
  void guessesWrittenAsPdbAreReadBack() throws IOException {
    RnaTarget target =
        new RnaTarget(
            "t",
            Sequence.of("GGCAU"),
            LocalDate.MAX,
            "",
            List.of(new ChainSpan("A", 1, 0, 3), new ChainSpan("B", 1, 3, 5)));
    Coordinates guess =
        Coordinates.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, -10, 1, 1, 999.125, -2, 0.5});
    StringWriter text = new StringWriter();
    PdbWriter.write(target, guess, text);
    StructureFile.Known known =
        read("t.pdb", "REVDAT   1   28-MAR-12 9XYZ    0\n" + text).orElseThrow();
    assertThat(known.target().sequence()).isEqualTo(target.sequence());
    assertThat(known.target().chains()).isEqualTo(target.chains());
    assertThat(known.positions()).isEqualTo(guess);
  }

  private Optional<StructureFile.Known> read(String name, String text) throws IOException {
    return StructureFile.read(Files.writeString(folder.resolve(name), text), problems::add);
  }

  private static String letters(Optional<StructureFile.Known> known) {
    return known.orElseThrow().target().sequence().letters();
  }
}
