package org.tinyrecursive.modeltf.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativeTensorFlowTest {
  private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
  private final String before = System.getProperty(LIMIT);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(LIMIT);
    } else {
      System.setProperty(LIMIT, before);
    }
  }

  @Test
  void theLimitOfNativeMemoryIsLifted() {
    System.clearProperty(LIMIT);
    NativeTensorFlow.liftMemoryLimit();
    assertThat(System.getProperty(LIMIT)).isEqualTo("0");
  }

  @Test
  void aLimitThatTheUserHasSetStays() {
    System.setProperty(LIMIT, "5g");
    NativeTensorFlow.liftMemoryLimit();
    assertThat(System.getProperty(LIMIT)).isEqualTo("5g");
  }

  @Test
  void itIsKnownFromTheClassPathWhichArtifactThisIs() {
    // Which one the tests run with is Maven's choice: -Pgpu.
    boolean gpu = System.getProperty("java.class.path").contains("-gpu.jar");
    assertThat(NativeTensorFlow.build())
        .isEqualTo(gpu ? NativeTensorFlow.Build.GPU : NativeTensorFlow.Build.CPU);
  }
}
