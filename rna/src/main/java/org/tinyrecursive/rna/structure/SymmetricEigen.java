package org.tinyrecursive.rna.structure;

/**
 * Eigenvectors of a symmetric 4 × 4 matrix by cyclic Jacobi rotations (Golub and Van Loan, 8.5).
 */
final class SymmetricEigen {
  private static final int N = 4;
  private static final int MOST_SWEEPS = 50;
  private static final double NEGLIGIBLE = 1e-30;

  private SymmetricEigen() {}

  /**
   * Diagonalizes.
   *
   * @param a the matrix by rows; becomes diagonal
   * @param vectors takes the eigenvectors, of length 1, as columns
   * @return the column of the largest eigenvalue
   */
  static int solve(double[] a, double[] vectors) {
    for (int i = 0; i < N * N; i++) {
      vectors[i] = i % (N + 1) == 0 ? 1 : 0;
    }
    double size = 0;
    for (double value : a) {
      size += value * value;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > NEGLIGIBLE * size; sweep++) {
      for (int p = 0; p < N - 1; p++) {
        for (int q = p + 1; q < N; q++) {
          rotate(a, vectors, p, q);
        }
      }
    }
    int largest = 0;
    for (int i = 1; i < N; i++) {
      if (a[5 * i] > a[5 * largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static double offDiagonal(double[] a) {
    return a[1] * a[1] + a[2] * a[2] + a[3] * a[3] + a[6] * a[6] + a[7] * a[7] + a[11] * a[11];
  }

  private static void rotate(double[] a, double[] vectors, int p, int q) {
    double apq = a[N * p + q];
    if (apq == 0) {
      return;
    }
    double theta = (a[5 * q] - a[5 * p]) / (2 * apq);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < N; k++) {
      double akp = a[N * k + p];
      double akq = a[N * k + q];
      a[N * k + p] = c * akp - s * akq;
      a[N * k + q] = s * akp + c * akq;
    }
    for (int k = 0; k < N; k++) {
      double apk = a[N * p + k];
      double aqk = a[N * q + k];
      a[N * p + k] = c * apk - s * aqk;
      a[N * q + k] = s * apk + c * aqk;
      double vkp = vectors[N * k + p];
      double vkq = vectors[N * k + q];
      vectors[N * k + p] = c * vkp - s * vkq;
      vectors[N * k + q] = s * vkp + c * vkq;
    }
  }
}
