package se.knutpunkt.portal.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An answer under way: it cannot be sent before the request is read, since the sender may not listen until then, and may be
 * larger than is fit for memory. A large one lies in a file without a name, gone when closed.
 */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 256 * 1024;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        memory.write(bytes, offset, length);
        if (memory.size() > IN_MEMORY) {
            toFile();
        }
    }

    /** All that was written. */
    void sendTo(OutputStream out) throws IOException {
        if (file != null) {
            toFile();
            file.position(0);
            Channels.newInputStream(file).transferTo(out);
        } else {
            memory.writeTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void toFile() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path path = Files.createTempFile("knutpunkt-answer-", ".tmp");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        memory.reset();
    }
}
