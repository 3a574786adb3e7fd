package org.tinyrecursive.modeltf.model;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.config.ModelVariant;

/**
 * One latent of a model.
 *
 * @param name published name, such as {@code z_H}
 * @param init name of the vector [D] that a fresh carry starts from
 */
public record LatentSpec(String name, String init) {
  private static final LatentSpec HIGH = new LatentSpec("z_H", "H_init");
  private static final LatentSpec LOW = new LatentSpec("z_L", "L_init");

  /** The latents of a variant, the answer first. */
  public static List<LatentSpec> of(ModelVariant variant) {
    return switch (variant) {
      case TRM, HRM -> List.of(HIGH, LOW);
      case TRM_SINGLEZ -> List.of(LOW);
      case TRM_HIER6 -> six();
      case TRANSFORMERS_BASELINE -> List.of(HIGH);
    };
  }

  private static List<LatentSpec> six() {
    List<LatentSpec> latents = new ArrayList<>(List.of(HIGH));
    for (int i = 1; i <= ModelVariant.LOW_LATENTS; i++) {
      latents.add(new LatentSpec("z_L" + i, "L" + i + "_init"));
    }
    return List.copyOf(latents);
  }
}
