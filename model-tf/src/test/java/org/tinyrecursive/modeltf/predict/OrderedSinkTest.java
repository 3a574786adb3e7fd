package org.tinyrecursive.modeltf.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.prediction.Prediction;

class OrderedSinkTest {
  @Test
  void predictionsLeaveInOrderAsSoonAsThoseBeforeThemHaveCome() throws IOException {
    List<Integer> left = new ArrayList<>();
    OrderedSink sink = new OrderedSink(7, prediction -> left.add(prediction.id()));

    sink.accept(prediction(8));
    sink.accept(prediction(10));
    assertThat(left).isEmpty();
    sink.accept(prediction(7));
    assertThat(left).containsExactly(7, 8);
    sink.accept(prediction(9));
    assertThat(left).containsExactly(7, 8, 9, 10);
  }

  private static Prediction prediction(int id) {
    return new Prediction(id, new byte[0], new byte[0], false, 0, 1, 0, false);
  }
}
