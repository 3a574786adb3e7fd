package org.tinyrecursive.workflows.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.workflows.launcher.Checkout.Launch;
import org.tinyrecursive.workflows.launcher.Checkout.RunningLaunch;

/** The launcher trm, as a user meets it. */
class LauncherTest {
  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    Path root = Files.createDirectories(temp.resolve("my projects/tiny recursive"));
    checkout = new Checkout(root, Files.createDirectory(temp.resolve("machine")));
  }

  private Launch launchWith(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return checkout.start(checkout.trm(), checkout.root, environment, arguments).finish();
  }

  private Map<String, String> javaHome() {
    return Map.of("JAVA_HOME", checkout.java.toString());
  }

  @Test
  void firstUseSaysThatItBuildsAndShowsProgress() throws Exception {
    Launch launch = checkout.launch("version");

    assertThat(launch.code()).isZero();
    assertThat(launch.err())
        .containsSubsequence("trm: first use: building", "trm:   workflows [1/1]", "trm: built in");
    assertThat(launch.out()).doesNotContain("building");
  }

  @Test
  void laterUsesDoNotBuildAndSayNothing() throws Exception {
    checkout.launch("version");
    Launch second = checkout.launch("version");

    assertThat(second.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void librariesOfDataflowAreBuiltAndLoadedOnlyForIt() throws Exception {
    Launch direct = checkout.launch("score", "sudoku");
    Launch dataflow = checkout.launch("score", "sudoku", "--runner", "dataflow");
    Launch again = checkout.launch("score", "sudoku", "--runner=dataflow");

    assertThat(direct.out()).contains("target/lib/a.jar").doesNotContain("deploy/dataflow");
    assertThat(dataflow.err()).contains("building with the libraries of Dataflow");
    assertThat(dataflow.out())
        .contains("workflows/target/trm.jar")
        .contains("deploy/dataflow/target/lib/c.jar")
        .doesNotContain("target/lib/a.jar");
    assertThat(again.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void whatWasBuiltForGpusStaysSoUntilMavenIsCalledWithoutThem() throws Exception {
    checkout.callMaven("-Pgpu", "package");
    Launch first = checkout.launch("version");
    Checkout.change(checkout.source());
    Launch changed = checkout.launch("version");
    checkout.callMaven("package");
    Launch back = checkout.launch("version");

    assertThat(first.out()).contains("linux-x86_64-gpu.jar");
    assertThat(changed.err()).contains("the sources changed, building");
    assertThat(changed.out()).contains("linux-x86_64-gpu.jar");
    assertThat(back.out()).doesNotContain("linux-x86_64-gpu.jar");
  }

  @Test
  void laterUsesNeedNoMaven() throws Exception {
    checkout.launch("version");
    checkout.removeMaven();

    assertThat(checkout.launch("version").code()).isZero();
  }

  @Test
  void argumentsReachTheCommandAsTheyWereGiven() throws Exception {
    Launch launch = checkout.launch("train", "--output-dir", "a b", "*", "");

    assertThat(launch.out())
        .endsWith("<org.tinyrecursive.workflows.Main>\n<train>\n<--output-dir>\n<a b>\n<*>\n<>\n");
  }

  @Test
  void runsInTheUsersFolderWithTheLibrariesOfTheCheckout() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("else where"));

    Launch launch = checkout.start(checkout.trm(), folder, javaHome(), "version").finish();

    assertThat(launch.out())
        .contains("folder " + folder)
        .contains("<--add-opens=java.base/java.nio=ALL-UNNAMED>")
        .containsPattern("<\\Q" + checkout.root + "\\E/workflows/target/trm.jar:.*/lib/a.jar:");
  }

  @Test
  void worksThroughLinksToLinks() throws Exception {
    Path bin = Files.createDirectory(temp.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("real"), checkout.trm());
    Path link = Files.createSymbolicLink(bin.resolve("trm"), Path.of("real"));

    Launch launch = checkout.start(link, bin, javaHome(), "version").finish();

    assertThat(launch.code()).isZero();
    assertThat(launch.out()).contains(checkout.root + "/workflows/target/trm.jar");
  }

  @Test
  void tensorFlowIsQuietUnlessAskedToTalk() throws Exception {
    assertThat(checkout.launch("version").out()).contains("log level 2");
    Map<String, String> loud =
        Map.of("JAVA_HOME", checkout.java.toString(), "TF_CPP_MIN_LOG_LEVEL", "0");
    assertThat(launchWith(loud, "version").out()).contains("log level 0");
  }

  @Test
  void moreOptionsReachTheJvm() throws Exception {
    Map<String, String> more =
        Map.of("JAVA_HOME", checkout.java.toString(), "TRM_JAVA_OPTS", "-Xmx3g -Da=b");
    assertThat(launchWith(more, "train").out()).contains("<-Xmx3g>\n<-Da=b>\n");
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Launch launch = launchWith(Map.of(), "version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err())
        .contains("no Java was found on the path, JDK 17 or newer is needed")
        .contains("openjdk-17-jdk");
  }

  @Test
  void buildsAndRunsWithTheJavaOnThePath() throws Exception {
    checkout.putOnPath(checkout.java);
    Launch launch = launchWith(Map.of(), "version");

    assertThat(launch.code()).as(launch.err()).isZero();
    assertThat(checkout.javaHomesOfBuilds()).containsExactly(checkout.java.toString());
  }

  @ParameterizedTest
  @CsvSource({"11.0.21, 11.0.21", "1.8.0_292, 1.8.0_292", "9, 9"})
  void anOlderJavaIsNamedAndRefused(String version, String named) throws Exception {
    Path old = checkout.javaHome("old", "JAVA_VERSION=\"" + version + "\"");

    Launch launch = launchWith(Map.of("JAVA_HOME", old.toString()), "version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err())
        .contains(old + "/bin/java is Java " + named + ", JDK 17 or newer is needed")
        .contains("Set JAVA_HOME");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Launch launch = launchWith(Map.of("JAVA_HOME", "/no/such/jdk"), "version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err()).contains("JAVA_HOME is /no/such/jdk, and there is no bin/java in it");
  }

  @Test
  void withoutACompilerItSaysThatAJdkIsNeeded() throws Exception {
    Path runtime = checkout.javaHome("runtime", "JAVA_VERSION=\"17.0.9\"");

    Launch launch = launchWith(Map.of("JAVA_HOME", runtime.toString()), "version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err()).contains("a JDK is needed to build");
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    checkout.removeMaven();
    Launch launch = checkout.launch("version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err())
        .contains("Maven was not found on the path")
        .contains("apt-get install maven");
  }

  @Test
  void anOlderMavenIsNamedAndRefused() throws Exception {
    checkout.replaceMaven("3.6.3");
    Launch launch = checkout.launch("version");

    assertThat(launch.code()).isEqualTo(1);
    assertThat(launch.err()).contains("is Maven 3.6.3, Maven 3.8 or newer is needed");
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    checkout.launch("version");
    Checkout.change(checkout.source());
    Launch launch = checkout.launch("version");

    assertThat(launch.err()).contains("trm: the sources changed, building");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aDeletedSourceIsBuiltAgain() throws Exception {
    checkout.launch("version");
    Files.delete(checkout.source());
    Checkout.change(checkout.source().getParent());
    checkout.launch("version");

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aChangeCanBeLeftUnbuilt() throws Exception {
    checkout.launch("version");
    Checkout.change(checkout.source());
    Map<String, String> asIs = Map.of("JAVA_HOME", checkout.java.toString(), "TRM_NO_BUILD", "1");

    assertThat(launchWith(asIs, "version").code()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
    checkout.installFailingMaven();
    Launch failed = checkout.launch("version");
    checkout.installMaven();
    Launch again = checkout.launch("version");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("[ERROR] Main.java:[1,7] class, interface or enum expected")
        .contains("the build failed; its whole output is in " + checkout.root);
    assertThat(again.code()).isZero();
  }

  @Test
  void firstUsesAtTheSameTimeBuildOnce() throws Exception {
    List<RunningLaunch> launches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      launches.add(
          checkout.start(checkout.trm(), checkout.root, javaHome(), "version", "user" + i));
    }

    for (int i = 0; i < launches.size(); i++) {
      Launch launch = launches.get(i).finish();
      assertThat(launch.code()).as(launch.err()).isZero();
      assertThat(launch.out()).endsWith("<version>\n<user" + i + ">\n");
    }
    assertThat(checkout.builds()).isEqualTo(1);
  }
}
