package org.tinyrecursive.transforms.dataset.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Examples as text for a terminal: grids with box lines, as many beside each other as fit. Squares
 * of colour are two characters wide.
 */
public final class TerminalView {
  /** Whether colours may be used. */
  public enum Colour {
    /** ANSI escape sequences. */
    ANSI,
    /** Plain text. */
    NONE
  }

  private static final String RESET = "\u001b[0m";
  private static final String DIM = "\u001b[2m";
  private static final String BOLD = "\u001b[1m";
  private static final Map<CellInk, String> INKS =
      Map.of(CellInk.GIVEN, BOLD, CellInk.ANSWER, "\u001b[36m", CellInk.EMPTY, DIM);

  private static final String GAP = "    ";
  private static final int TILE_WIDTH = 2;

  private final Colour colour;
  private final int columns;

  /**
   * A view with or without colours.
   *
   * @param columns of the terminal; a grid that is wider is drawn all the same
   */
  public TerminalView(Colour colour, int columns) {
    this.colour = colour;
    this.columns = columns;
  }

  /** The example, several lines, each ended. */
  public String draw(DrawnExample example) {
    StringBuilder text = new StringBuilder(ink(BOLD, example.heading())).append('\n');
    List<DrawnGrid> line = new ArrayList<>();
    int used = 0;
    for (DrawnGrid grid : example.grids()) {
      int width = width(grid);
      if (!line.isEmpty() && used + GAP.length() + width > columns) {
        drawBeside(line, text);
        line.clear();
        used = 0;
      }
      used += width + (line.isEmpty() ? 0 : GAP.length());
      line.add(grid);
    }
    drawBeside(line, text);
    return text.toString();
  }

  private void drawBeside(List<DrawnGrid> drawn, StringBuilder text) {
    List<List<String>> grids = drawn.stream().map(this::lines).toList();
    int height = grids.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < grids.size(); i++) {
        List<String> grid = grids.get(i);
        parts.add(line < grid.size() ? grid.get(line) : " ".repeat(width(drawn.get(i))));
      }
      text.append(String.join(GAP, parts)).append('\n');
    }
  }

  private List<String> lines(DrawnGrid grid) {
    List<String> lines = new ArrayList<>();
    String top = rule(grid, "┌", "┬", "┐");
    int width = width(grid);
    String margin = " ".repeat(width - top.length());
    lines.add(" " + grid.title() + " ".repeat(width - grid.title().length() - 1));
    lines.add(ink(DIM, top) + margin);
    for (int row = 0; row < grid.rows(); row++) {
      if (row > 0 && row % grid.boxRows() == 0) {
        lines.add(ink(DIM, rule(grid, "├", "┼", "┤")) + margin);
      }
      lines.add((grid.isTiled() ? tiles(grid, row) : row(grid, row)) + margin);
    }
    lines.add(ink(DIM, rule(grid, "└", "┴", "┘")) + margin);
    return lines;
  }

  /** Columns that a grid takes up: its own, or those of its title. */
  private static int width(DrawnGrid grid) {
    return Math.max(rule(grid, "┌", "┬", "┐").length(), grid.title().length() + 1);
  }

  private String tiles(DrawnGrid grid, int row) {
    StringBuilder line = new StringBuilder(ink(DIM, "│"));
    for (int column = 0; column < grid.columns(); column++) {
      DrawnCell cell = grid.cell(row, column);
      line.append(colour == Colour.NONE ? plain(cell) : tile(cell));
    }
    return line.append(ink(DIM, "│")).toString();
  }

  /** A square of colour; letters on it where colours alone do not say what it is. */
  private static String tile(DrawnCell cell) {
    CellInk ink = cell.ink();
    boolean named = ink == CellInk.START || ink == CellInk.GOAL;
    return "\u001b[%s48;5;%dm%s%s"
        .formatted(
            named ? "1;97;" : "",
            ink.background(),
            named ? cell.text() + " " : " ".repeat(TILE_WIDTH),
            RESET);
  }

  private static String plain(DrawnCell cell) {
    return cell.ink() == CellInk.WALL ? cell.text().repeat(TILE_WIDTH) : cell.text() + " ";
  }

  private String row(DrawnGrid grid, int row) {
    int width = grid.cellWidth();
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < grid.columns(); column++) {
      if (column % grid.boxColumns() == 0) {
        line.append(ink(DIM, "│")).append(' ');
      }
      DrawnCell cell = grid.cell(row, column);
      line.append(" ".repeat(width - cell.text().length()))
          .append(ink(INKS.get(cell.ink()), cell.text()))
          .append(' ');
    }
    return line.append(ink(DIM, "│")).toString();
  }

  private static String rule(DrawnGrid grid, String left, String cross, String right) {
    if (grid.isTiled()) {
      return left + "─".repeat(TILE_WIDTH * grid.columns()) + right;
    }
    int width = grid.cellWidth();
    StringBuilder line = new StringBuilder(left);
    for (int column = 0; column < grid.columns(); column += grid.boxColumns()) {
      int cells = Math.min(grid.boxColumns(), grid.columns() - column);
      line.append(column == 0 ? "" : cross).append("─".repeat(cells * (width + 1) + 1));
    }
    return line.append(right).toString();
  }

  private String ink(String start, String text) {
    return colour == Colour.NONE ? text : start + text + RESET;
  }
}
