package org.tinyrecursive.modeltf.config;

/** A named experiment: architecture, training and curriculum. */
public record Recipe(
    @Setting(key = "name", help = "short name, kebab-case") String name,
    @Setting(key = "description", help = "what it trains and what to expect", value = "none")
        String description,
    @Setting(key = "model", help = "architecture") ModelConfig model,
    @Setting(key = "train", help = "training") TrainConfig train,
    @Setting(key = "curriculum", help = "easier inputs first") CurriculumConfig curriculum) {}
