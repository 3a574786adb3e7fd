package org.tinyrecursive.pipelines.storage;

import com.google.cloud.WriteChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.beam.WriteFailedException;

/**
 * Files of a build in Google Cloud Storage. An object appears when its upload has ended, never in
 * parts; an upload that is cut off goes on where it was, and leaves nothing if it never ends.
 *
 * @param access how storage is reached
 * @param dataset folder of the dataset
 * @param build name of this build: its own files are apart, the parts of shards are shared with
 *     other builds of the same dataset, which write the same bytes under the same names
 */
public record StorageBuildPlace(StorageAccess access, StoragePath dataset, String build)
    implements BuildPlace {
  /** Folder of everything that is being built, inside that of the dataset. */
  static final String BUILDING = ".building/";

  /** Upload buffer of one file, a multiple of 256 KiB as storage asks. */
  private static final int CHUNK_BYTES = 4 << 20;

  @Override
  public <T> T write(String file, Body<T> body) {
    BlobInfo info = BlobInfo.newBuilder(id(file)).build();
    try {
      WriteChannel upload = access.client().writer(info);
      upload.setChunkSize(CHUNK_BYTES);
      // Closing ends the upload and makes the object: only once the body has come to its end.
      T result = body.writeTo(new KeptOpen(upload));
      upload.close();
      return result;
    } catch (IOException | StorageException failed) {
      throw new WriteFailedException(file, asIo(failed));
    }
  }

  @Override
  public InputStream open(String file) {
    return Channels.newInputStream(access.client().reader(id(file)));
  }

  @Override
  public OptionalLong size(String file) throws IOException {
    try {
      Blob blob = access.client().get(id(file));
      return blob == null ? OptionalLong.empty() : OptionalLong.of(blob.getSize());
    } catch (StorageException failed) {
      throw asIo(failed);
    }
  }

  /** Where a file of the build lies. */
  BlobId id(String file) {
    String inside = file.startsWith(ShardParts.DIRECTORY + "/") ? BUILDING + file : ownFile(file);
    return BlobId.of(dataset.bucket(), dataset.object(inside));
  }

  /** Path inside the dataset's folder of a file that this build does not share. */
  String ownFile(String file) {
    return BUILDING + build + "/" + file;
  }

  private static IOException asIo(Exception failed) {
    return failed instanceof IOException io ? io : new IOException(failed.getMessage(), failed);
  }

  /** Writes on, but leaves it to the place to end the upload. */
  private record KeptOpen(WriteChannel channel) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() {}
  }
}
