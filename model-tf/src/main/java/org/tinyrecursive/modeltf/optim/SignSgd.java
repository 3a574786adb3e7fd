package org.tinyrecursive.modeltf.optim;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unique;
import org.tensorflow.op.math.UnsortedSegmentSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Sign descent on the touched rows of the puzzle table: gradients of equal ids are summed first,
 * then row ← row·(1 − lr·wd) − lr·sign(gradient).
 */
public final class SignSgd {
  private final Ops tf;
  private final Operand<TFloat32> decay;
  private final Operand<TFloat32> lr;

  /**
   * @param decay scalar 1 − lr·wd
   * @param lr scalar learning rate
   */
  public SignSgd(Ops tf, Operand<TFloat32> decay, Operand<TFloat32> lr) {
    this.tf = tf;
    this.decay = decay;
    this.lr = lr;
  }

  /**
   * Updates the rows in place.
   *
   * @param handle resource of the table [N, ndim]
   * @param ids [B] touched rows, repeats allowed
   * @param gradients [B, ndim]
   */
  public Op update(Operand<?> handle, Operand<TInt32> ids, Operand<TFloat32> gradients) {
    Unique<TInt32, TInt32> unique = tf.unique(ids, tf.constant(new int[] {0}));
    Operand<TInt32> count = tf.size(unique.y());
    UnsortedSegmentSum<TFloat32> summed =
        tf.math.unsortedSegmentSum(gradients, unique.idx(), count);
    // After the gradients, so that the forward pass has read the old rows.
    Ops after = tf.withControlDependencies(summed);
    Operand<TFloat32> rows = after.resourceGather(handle, unique.y(), TFloat32.class);
    Operand<TFloat32> updated =
        tf.math.sub(tf.math.mul(rows, decay), tf.math.mul(lr, tf.math.sign(summed)));
    return tf.resourceScatterUpdate(handle, unique.y(), updated);
  }
}
