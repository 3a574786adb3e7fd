package org.tinyrecursive.modeltf.workers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The connection to another worker. What is sent goes out on a thread of its own, so that two
 * workers that send to each other at once never wait for each other; between messages that thread
 * gives signs of life.
 */
final class Peer implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;
  private static final int FAREWELL_MILLIS = 2000;

  private final String name;
  private final Duration timeout;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ScheduledExecutorService sender;
  private Optional<Future<?>> signsOfLife = Optional.empty();
  private final byte[] incoming = new byte[BUFFER_BYTES];
  private final byte[] outgoing = new byte[BUFFER_BYTES];
  private long received;
  private long sent;

  /**
   * Takes over a connection whose greetings were exchanged.
   *
   * @param name of the other worker, for messages
   * @param timeout longest silence
   */
  Peer(String name, Socket socket, Duration timeout) throws IOException {
    this.name = name;
    this.timeout = timeout;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    sender =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "to " + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to give signs of life. */
  void start() {
    long pause = Math.max(1, timeout.toMillis() / 4);
    signsOfLife =
        Optional.of(
            sender.scheduleWithFixedDelay(
                this::giveSignOfLife, pause, pause, TimeUnit.MILLISECONDS));
  }

  private void giveSignOfLife() {
    try {
      new Frame(Frame.Kind.ALIVE, 0, 0).write(out);
      out.flush();
    } catch (IOException e) {
      // Who reads from this peer finds out, and says so; here nobody waits for an answer.
      sender.shutdown();
    }
  }

  /** Sends bytes; the array must stay as it is until the future is done. */
  Future<?> send(byte[] content) {
    return submit(content.length, stream -> stream.write(content));
  }

  /** Sends {@code count} values; they must stay as they are until the future is done. */
  Future<?> send(float[] values, int from, int count) {
    return submit(Math.multiplyExact(4, count), stream -> write(stream, values, from, count));
  }

  private interface Content {
    void write(OutputStream stream) throws IOException;
  }

  private Future<?> submit(int length, Content content) {
    return sender.submit(
        () -> {
          new Frame(Frame.Kind.DATA, sent++, length).write(out);
          content.write(out);
          out.flush();
          return null;
        });
  }

  private void write(OutputStream stream, float[] values, int from, int count) throws IOException {
    FloatBuffer floats = floats(outgoing);
    for (int at = 0; at < count; at += floats.capacity()) {
      int some = Math.min(floats.capacity(), count - at);
      floats.put(0, values, from + at, some);
      stream.write(outgoing, 0, 4 * some);
    }
  }

  private static FloatBuffer floats(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  /** What the other worker sent next. */
  byte[] receive() {
    try {
      byte[] content = new byte[head().length()];
      in.readFully(content);
      return content;
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** What to do with values that arrive. */
  enum Arrival {
    REPLACE,
    ADD
  }

  /** Receives {@code count} values into an array, or adds them to what is there. */
  void receive(float[] values, int from, int count, Arrival arrival) {
    try {
      int length = head().length();
      if (length != 4L * count) {
        throw new IOException(
            "it sent %d bytes where %d were due: it is in another step"
                .formatted(length, 4 * count));
      }
      FloatBuffer floats = floats(incoming);
      for (int at = 0; at < count; at += floats.capacity()) {
        int some = Math.min(floats.capacity(), count - at);
        in.readFully(incoming, 0, 4 * some);
        if (arrival == Arrival.REPLACE) {
          floats.get(0, values, from + at, some);
        } else {
          for (int i = 0; i < some; i++) {
            values[from + at + i] += floats.get(i);
          }
        }
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** The head of the next message with content; signs of life are passed over. */
  private Frame head() throws IOException {
    while (true) {
      Frame frame = Frame.read(in);
      switch (frame.kind()) {
        case DATA -> {
          if (frame.number() != received++) {
            throw new IOException("a message of it is missing");
          }
          return frame;
        }
        case ALIVE -> in.skipNBytes(frame.length());
        case BYE -> {
          String why = new String(in.readNBytes(frame.length()), StandardCharsets.UTF_8);
          throw new WorkerLostException(why.isEmpty() ? name + " has ended" : why);
        }
        case HELLO -> throw new IOException("it greets a second time");
      }
    }
  }

  /** The error of a connection that failed. */
  WorkerLostException lost(IOException cause) {
    String how =
        cause instanceof SocketTimeoutException
            ? "it gave no sign of life for %d s".formatted(timeout.toSeconds())
            : cause instanceof EOFException
                ? "its process ended, or its connection was cut"
                : cause.getMessage();
    return new WorkerLostException("%s was lost: %s".formatted(name, how), cause);
  }

  /** Says why this worker ends, as far as the other one still listens. */
  void sayGoodbye(String why) {
    byte[] content = why.getBytes(StandardCharsets.UTF_8);
    if (sender.isShutdown()) {
      return;
    }
    signsOfLife.ifPresent(signs -> signs.cancel(false));
    sender.execute(
        () -> {
          try {
            new Frame(Frame.Kind.BYE, 0, content.length).write(out);
            out.write(content);
            out.flush();
            socket.shutdownOutput();
          } catch (IOException e) {
            // It no longer listens, so it needs no goodbye.
            sender.shutdown();
          }
        });
    sender.shutdown();
  }

  /** Reads on until the other end closes, for a while: else the goodbye could be lost with it. */
  @Override
  public void close() {
    try (socket) {
      sender.shutdown();
      if (sender.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
        socket.setSoTimeout(FAREWELL_MILLIS);
        while (in.read(incoming) >= 0) {
          // What still comes is not wanted.
        }
      }
    } catch (IOException e) {
      // Gone already.
      sender.shutdownNow();
    } catch (InterruptedException e) {
      sender.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
