package org.tinyrecursive.modeltf.rna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.graph.TensorTransfer;

/** Geometry that the model of structures is built of. */
class ResidueFramesTest {
  private static final int LENGTH = 9;

  private final EagerSession session = EagerSession.create();
  private final Ops tf = Ops.create(session);

  @AfterEach
  void closeSession() {
    session.close();
  }

  private Operand<TFloat32> tensor(float[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(values));
  }

  private ResidueFrames frames(float[] xyz) {
    return new ResidueFrames(tf, tensor(xyz, 1, LENGTH, 3));
  }

  private float[] local(float[] xyz) {
    return TensorTransfer.floats(frames(xyz).local(tensor(xyz, 1, LENGTH, 3)).asTensor());
  }

  private static float[] chain() {
    return RnaSamples.shaken(RnaSamples.coil(LENGTH), 1, 5);
  }

  @Test
  void axesStandOnEachOtherAndAreAlmostOfLengthOne() {
    float[] axes = TensorTransfer.floats(frames(RnaSamples.coil(LENGTH)).axes().asTensor());

    for (int residue = 0; residue < LENGTH; residue++) {
      for (int a = 0; a < 3; a++) {
        for (int b = a; b < 3; b++) {
          double product = 0;
          for (int i = 0; i < 3; i++) {
            product += (double) axes[9 * residue + 3 * i + a] * axes[9 * residue + 3 * i + b];
          }
          assertThat(product)
              .as("residue %d, axes %d and %d", residue, a, b)
              .isCloseTo(a == b ? 1 : 0, within(a == b ? 0.05 : 0.005));
        }
      }
    }
  }

  @Test
  void whatIsSeenFromAResidueDoesNotTurnOrShiftWithTheStructure() {
    assertThat(local(RnaSamples.moved(chain()))).containsExactly(local(chain()), within(2e-3f));
  }

  @Test
  void aMirrorTurnsTheThirdAxisAround() {
    float[] seen = local(chain());
    float[] mirrored = local(RnaSamples.mirrored(chain()));

    for (int i = 0; i < seen.length; i++) {
      assertThat(mirrored[i]).isCloseTo(i % 3 == 2 ? -seen[i] : seen[i], within(2e-3f));
    }
  }

  @Test
  void aResidueSeesItselfWhereItIs() {
    float[] seen = local(chain());

    for (int residue = 0; residue < LENGTH; residue++) {
      for (int i = 0; i < 3; i++) {
        assertThat(seen[3 * (residue * LENGTH + residue) + i]).isCloseTo(0, within(1e-4f));
      }
    }
  }

  @Test
  void aMoveAlongTheFramesTurnsWithTheStructure() {
    float[] shift = RnaSamples.shaken(new float[3 * LENGTH], 2, 6);

    float[] moved = move(chain(), shift);

    assertThat(move(RnaSamples.moved(chain()), shift))
        .containsExactly(RnaSamples.moved(moved), within(2e-3f));
    assertThat(move(chain(), new float[shift.length])).containsExactly(chain(), within(0f));
  }

  private float[] move(float[] xyz, float[] shift) {
    return TensorTransfer.floats(frames(xyz).move(tensor(shift, 1, LENGTH, 3)).asTensor());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3.99, 0", "4, 1", "39.9, 9", "40, 10", "4000, 10"})
  void aDistanceHasTheLossOfItsBin(float distance, int bin) {
    float[] logits = new float[Distogram.BINS];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = i * i / 10f;
      sum += Math.exp(logits[i]);
    }

    float[] loss =
        TensorTransfer.floats(
            Distogram.loss(
                    tf,
                    tensor(logits, 1, 1, 1, Distogram.BINS),
                    tensor(new float[] {distance}, 1, 1, 1, 1))
                .asTensor());

    assertThat((double) loss[0]).isCloseTo(Math.log(sum) - logits[bin], within(1e-5));
  }
}
