package org.tinyrecursive.transforms.arc.vote;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * Votes on one question. Every vote keeps its place among all predictions, so that tallies of parts
 * can be put together in any order, and confidences are added up in the order of the predictions:
 * the last bit of a mean decides ties. For one thread.
 */
public final class Tally {
  private final Map<ArcGrid, List<Mark>> marks = new LinkedHashMap<>();

  private record Mark(long place, double confidence) {}

  /**
   * Counts a vote.
   *
   * @param place of the prediction among all, no two alike
   */
  public void add(ArcGrid answer, long place, double confidence) {
    marks.computeIfAbsent(answer, none -> new ArrayList<>()).add(new Mark(place, confidence));
  }

  /** Candidates so far. */
  public int candidates() {
    return marks.size();
  }

  /** Adds all votes of another tally on the same question. */
  public void addAll(Tally other) {
    other.marks.forEach(
        (answer, votes) -> marks.computeIfAbsent(answer, none -> new ArrayList<>()).addAll(votes));
  }

  /** Best first: by votes, then by mean confidence, then by which was seen first. */
  public Ranking rank() {
    record Placed(Candidate candidate, long firstSeen) {}
    List<Placed> placed = new ArrayList<>();
    marks.forEach(
        (grid, votes) -> {
          List<Mark> inOrder = new ArrayList<>(votes);
          inOrder.sort(Comparator.comparingLong(Mark::place));
          double sum = 0;
          for (Mark vote : inOrder) {
            sum += vote.confidence();
          }
          placed.add(
              new Placed(
                  new Candidate(grid, inOrder.size(), sum / inOrder.size()),
                  inOrder.get(0).place()));
        });
    placed.sort(
        Comparator.<Placed>comparingInt(p -> -p.candidate().votes())
            .thenComparing(p -> p.candidate().confidence(), Comparator.reverseOrder())
            .thenComparingLong(Placed::firstSeen));
    return new Ranking(placed.stream().map(Placed::candidate).toList());
  }

  /** Writes the tally, two cells a byte. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(marks.size());
    for (Map.Entry<ArcGrid, List<Mark>> answer : marks.entrySet()) {
      byte[] cells = answer.getKey().toCells();
      out.writeByte(answer.getKey().rows());
      out.writeByte(answer.getKey().columns());
      for (int i = 0; i < cells.length; i += 2) {
        out.writeByte(cells[i] << 4 | (i + 1 < cells.length ? cells[i + 1] : 0));
      }
      out.writeInt(answer.getValue().size());
      for (Mark vote : answer.getValue()) {
        out.writeLong(vote.place());
        out.writeDouble(vote.confidence());
      }
    }
  }

  /** Adds the votes that {@link #write} wrote. */
  public void read(DataInputStream in) throws IOException {
    int answers = in.readInt();
    for (int answer = 0; answer < answers; answer++) {
      int rows = in.readByte();
      int columns = in.readByte();
      byte[] cells = new byte[rows * columns];
      for (int i = 0; i < cells.length; i += 2) {
        int both = in.readUnsignedByte();
        cells[i] = (byte) (both >> 4);
        if (i + 1 < cells.length) {
          cells[i + 1] = (byte) (both & 0xF);
        }
      }
      ArcGrid grid = ArcGrid.of(rows, columns, cells);
      int votes = in.readInt();
      for (int vote = 0; vote < votes; vote++) {
        add(grid, in.readLong(), in.readDouble());
      }
    }
  }
}
