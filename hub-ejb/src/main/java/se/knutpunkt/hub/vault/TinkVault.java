package se.knutpunkt.hub.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;

/** The vault on Tink keysets of the {@link KeyFolder}. */
public final class TinkVault implements Vault {

    private static final int HASH_LENGTH = 32;

    private final Aead aead;
    private final Prf newest;
    private final @Nullable Prf other;
    private final Mac mac;

    private TinkVault(Aead aead, PrfSet index, Mac mac) throws GeneralSecurityException {
        this.aead = aead;
        int newestId = index.getPrimaryId();
        this.newest = index.getPrfs().get(newestId);
        this.other = index.getPrfs().entrySet().stream()
                .filter(key -> key.getKey() != newestId)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        this.mac = mac;
    }

    /**
     * Opens the vault of a key folder.
     *
     * @throws KeysMissing when a key file is missing, damaged or of the wrong kind
     */
    public static TinkVault open(Path keyFolder) {
        try {
            return new TinkVault(
                    keys(keyFolder, KeyFolder.SEAL).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    keys(keyFolder, KeyFolder.INDEX).getPrimitive(RegistryConfiguration.get(), PrfSet.class),
                    keys(keyFolder, KeyFolder.SIGNATURE).getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException e) {
            throw new KeysMissing("A key file in " + keyFolder + " holds keys of the wrong kind", e);
        }
    }

    private static KeysetHandle keys(Path folder, String name) {
        return KeyFolder.read(folder.resolve(name));
    }

    @Override
    public byte[] seal(String plain, String context) {
        return sealBytes(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    @Override
    public String open(byte[] sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sealBytes(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value of " + context + " cannot be sealed", e);
        }
    }

    @Override
    public byte[] openBytes(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(context, e);
        }
    }

    @Override
    public byte[] hashOfNumber(IdentityNumber number) {
        return hashesOfNumber(number).current();
    }

    @Override
    public NumberHashes hashesOfNumber(IdentityNumber number) {
        // the kind is part of what is hashed: 12 digits alone could be a person's or a firm's
        byte[] input = framed("number." + number.kind(), number.value().getBytes(StandardCharsets.UTF_8));
        return new NumberHashes(hash(newest, input), other == null ? null : hash(other, input));
    }

    @Override
    public byte[] hashOfToken(String token, String context) {
        return hash(newest, framed("token." + context, token.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] sign(byte[] data, String context) {
        try {
            return mac.computeMac(framed(context, data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Data of " + context + " cannot be signed", e);
        }
    }

    @Override
    public boolean isSigned(byte[] signature, byte[] data, String context) {
        try {
            mac.verifyMac(signature, framed(context, data));
            return true;
        } catch (GeneralSecurityException notSignedByUs) {
            return false;
        }
    }

    private static byte[] hash(Prf key, byte[] input) {
        try {
            return key.compute(input, HASH_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A hash cannot be computed", e);
        }
    }

    /** Context, a zero byte, data: no other pair gives the same bytes as long as contexts hold no zero. */
    private static byte[] framed(String context, byte[] data) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(context.length() + 1 + data.length);
        framed.writeBytes(context.getBytes(StandardCharsets.UTF_8));
        framed.write(0);
        framed.writeBytes(data);
        return framed.toByteArray();
    }
}
