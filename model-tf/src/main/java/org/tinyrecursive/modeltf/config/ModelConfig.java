package org.tinyrecursive.modeltf.config;

import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The architecture of a Tiny Recursive Model (arXiv 2510.04871) or of a model it was published
 * beside, without the sizes that come from the data.
 */
public record ModelConfig(
    @Setting(
            key = "variant",
            help = "trm, trm-singlez, trm-hier6, hrm or transformers-baseline",
            value = "trm")
        ModelVariant variant,
    @Setting(key = "hidden_size", help = "width D of the latents", value = "512") int hiddenSize,
    @Setting(key = "num_heads", help = "attention heads H; must divide hidden_size", value = "8")
        int numHeads,
    @Setting(key = "expansion", help = "SwiGLU expansion factor", value = "4") double expansion,
    @Setting(key = "H_cycles", help = "updates of the answer z_H per step", value = "3")
        int hCycles,
    @Setting(key = "L_cycles", help = "updates of the latent z_L per update of z_H", value = "6")
        int lCycles,
    @Setting(key = "L_layers", help = "blocks of the module L_level", value = "2") int lLayers,
    @Setting(
            key = "H_layers",
            help = "blocks of the module H_level; 0 where the variant has none",
            value = "0")
        int hLayers,
    @Setting(
            key = "mlp_t",
            help = "mix tokens by a SwiGLU over the sequence instead of attention",
            value = "false")
        boolean mlpT,
    @Setting(key = "pos_encodings", help = "rope, learned or none", value = "rope")
        PositionEncoding posEncodings,
    @Setting(
            key = "puzzle_emb_ndim",
            help = "values of a puzzle's embedding; 0: no puzzle embedding",
            value = "512")
        int puzzleEmbNdim,
    @Setting(
            key = "puzzle_emb_len",
            help = "prefix positions P; 0: as many as puzzle_emb_ndim needs",
            value = "16")
        int puzzleEmbLen,
    @Setting(key = "halt_max_steps", help = "most supervision steps per example", value = "16")
        int haltMaxSteps,
    @Setting(
            key = "halt_exploration_prob",
            help = "probability that a row must make a random least number of steps",
            value = "0.1")
        double haltExplorationProb,
    @Setting(
            key = "no_ACT_continue",
            help =
                "halt where q_halt > 0, without a q_continue target; hrm and"
                    + " transformers-baseline always compare q_halt with q_continue",
            value = "true")
        boolean noActContinue,
    @Setting(key = "forward_dtype", help = "auto, float32 or bfloat16", value = "auto")
        ForwardDtype forwardDtype,
    @Setting(
            key = "loss",
            help = "stablemax_cross_entropy or softmax_cross_entropy",
            value = "stablemax_cross_entropy")
        LossKind loss) {
  // Far above what anyone trains; a typing error above them would build a graph for hours.
  private static final int MAX_WIDTH = 65536;
  private static final int MAX_EXPANSION = 256;
  private static final int MAX_REPEATS = 1000;
  private static final int MAX_EMBEDDING = 1 << 24;
  private static final int MAX_STEPS = 10_000;

  public ModelConfig {
    Check.within("model.hidden_size", hiddenSize, 1, MAX_WIDTH);
    Check.within("model.num_heads", numHeads, 1, MAX_WIDTH);
    Check.within("model.expansion", expansion, 0.01, MAX_EXPANSION);
    Check.within("model.H_cycles", hCycles, 1, MAX_REPEATS);
    Check.within("model.L_cycles", lCycles, 1, MAX_REPEATS);
    Check.within("model.L_layers", lLayers, variant.hasLowModule() ? 1 : 0, MAX_REPEATS);
    Check.within("model.H_layers", hLayers, 0, MAX_REPEATS);
    Check.within("model.puzzle_emb_ndim", puzzleEmbNdim, 0, MAX_EMBEDDING);
    Check.within("model.puzzle_emb_len", puzzleEmbLen, 0, MAX_WIDTH);
    Check.within("model.halt_max_steps", haltMaxSteps, 1, MAX_STEPS);
    Check.within("model.halt_exploration_prob", haltExplorationProb, 0, 1);
    checkVariant(variant, hLayers, lCycles, puzzleEmbLen);
    if (!mlpT && hiddenSize % numHeads != 0) {
      throw new InputRefusedException(
          "model.num_heads is %d and does not divide model.hidden_size %d; possible: %s"
              .formatted(numHeads, hiddenSize, headCounts(hiddenSize, posEncodings)));
    }
    if (!mlpT && posEncodings == PositionEncoding.ROPE && hiddenSize / numHeads % 2 != 0) {
      throw new InputRefusedException(
          "model.pos_encodings rope needs an even head size, hidden_size %d / num_heads %d = %d; choose num_heads of %s, or pos_encodings learned"
              .formatted(
                  hiddenSize,
                  numHeads,
                  hiddenSize / numHeads,
                  headCounts(hiddenSize, posEncodings)));
    }
    if (mlpT && posEncodings == PositionEncoding.ROPE) {
      throw new InputRefusedException(
          "model.pos_encodings rope acts on attention and model.mlp_t has none;"
              + " set pos_encodings to none or learned");
    }
    if (puzzleEmbNdim == 0 && puzzleEmbLen > 0) {
      throw new InputRefusedException(
          "model.puzzle_emb_len is %d but model.puzzle_emb_ndim is 0; set both above 0, or both to 0"
              .formatted(puzzleEmbLen));
    }
    if (puzzleEmbLen > 0 && puzzleEmbNdim > (long) puzzleEmbLen * hiddenSize) {
      throw new InputRefusedException(
          "model.puzzle_emb_ndim is %d and does not fit model.puzzle_emb_len %d positions of model.hidden_size %d; allowed: 0 to %d, or set puzzle_emb_len to 0: as many as it needs"
              .formatted(
                  puzzleEmbNdim, puzzleEmbLen, hiddenSize, (long) puzzleEmbLen * hiddenSize));
    }
  }

  /** The numbers of heads that a width can have, with these positions. */
  private static List<Integer> headCounts(int hiddenSize, PositionEncoding positions) {
    int multiple = positions == PositionEncoding.ROPE ? 2 : 1;
    return IntStream.rangeClosed(1, hiddenSize)
        .filter(heads -> hiddenSize % heads == 0 && hiddenSize / heads % multiple == 0)
        .boxed()
        .toList();
  }

  /** The base variant {@code trm}: one module, no H_level. */
  public ModelConfig(
      int hiddenSize,
      int numHeads,
      double expansion,
      int hCycles,
      int lCycles,
      int lLayers,
      boolean mlpT,
      PositionEncoding posEncodings,
      int puzzleEmbNdim,
      int puzzleEmbLen,
      int haltMaxSteps,
      double haltExplorationProb,
      boolean noActContinue,
      ForwardDtype forwardDtype,
      LossKind loss) {
    this(
        ModelVariant.TRM,
        hiddenSize,
        numHeads,
        expansion,
        hCycles,
        lCycles,
        lLayers,
        0,
        mlpT,
        posEncodings,
        puzzleEmbNdim,
        puzzleEmbLen,
        haltMaxSteps,
        haltExplorationProb,
        noActContinue,
        forwardDtype,
        loss);
  }

  private static void checkVariant(
      ModelVariant variant, int hLayers, int lCycles, int puzzleEmbLen) {
    if (variant.hasHighModule() && hLayers == 0) {
      throw new InputRefusedException(
          "model.variant %s has a module H_level, but model.H_layers is 0; set it to 1 and above (published: %d)"
              .formatted(variant.text(), variant == ModelVariant.HRM ? 4 : 8));
    }
    if (!variant.hasHighModule() && hLayers > 0) {
      throw new InputRefusedException(
          "model.H_layers is %d, but variant %s has no module H_level; set it to 0"
              .formatted(hLayers, variant.text()));
    }
    if (variant == ModelVariant.TRM_HIER6 && lCycles > ModelVariant.LOW_LATENTS) {
      throw new InputRefusedException(
          "model.L_cycles is %d, but variant %s has %d low latents, one per cycle; allowed: 1 to %d"
              .formatted(
                  lCycles, variant.text(), ModelVariant.LOW_LATENTS, ModelVariant.LOW_LATENTS));
    }
    if (variant == ModelVariant.HRM && puzzleEmbLen > 0) {
      throw new InputRefusedException(
          "model.variant hrm has as many prefix positions as puzzle_emb_ndim needs, but model.puzzle_emb_len is %d; set it to 0"
              .formatted(puzzleEmbLen));
    }
  }

  /** The same model with so many thirds of its cycles, rounded up. */
  public ModelConfig withThirdsOfCycles(int thirds) {
    return new ModelConfig(
        variant,
        hiddenSize,
        numHeads,
        expansion,
        (hCycles * thirds + 2) / 3,
        (lCycles * thirds + 2) / 3,
        lLayers,
        hLayers,
        mlpT,
        posEncodings,
        puzzleEmbNdim,
        puzzleEmbLen,
        haltMaxSteps,
        haltExplorationProb,
        noActContinue,
        forwardDtype,
        loss);
  }

  /** Whether q_continue is trained, on a target from one more forward. */
  public boolean learnsContinue() {
    return switch (variant) {
      case HRM -> true;
      case TRANSFORMERS_BASELINE -> false;
      case TRM, TRM_SINGLEZ, TRM_HIER6 -> !noActContinue;
    };
  }

  /** Whether a row halts where q_halt > 0; else where q_halt > q_continue. */
  public boolean haltsAboveZero() {
    return noActContinue && !variant.hasHighModule();
  }

  /** Prefix positions P: puzzle_emb_len, or ceil(puzzle_emb_ndim / D) where that is 0. */
  public int prefixLength() {
    return puzzleEmbLen > 0 ? puzzleEmbLen : (puzzleEmbNdim + hiddenSize - 1) / hiddenSize;
  }

  /** Whether puzzles have an embedding of their own. */
  public boolean hasPuzzleEmbedding() {
    return puzzleEmbNdim > 0;
  }
}
