import { GREY_PROFILE_NAME, greyProfile } from "../../../print/icc/grey.js";

/** The printing condition a press edition is made for. */
export interface PressProfile {
  bytes: Uint8Array;
  /** Channels: 1 of a grey profile, 4 of one of four inks. */
  components: 1 | 4;
  /** What the profile calls itself. */
  name: string;
}

/** A profile that no press edition can be made for; the message says what was found and expected. */
class ProfileError extends Error {}

const COMPONENTS: Readonly<Record<string, 1 | 4>> = { GRAY: 1, CMYK: 4 };
const HEADER_BYTES = 128;

/** Black ink on uncoated paper: where the printer has given no profile. */
export function ownProfile(): PressProfile {
  return { bytes: greyProfile(), components: 1, name: GREY_PROFILE_NAME };
}

/**
 * Reads the header and the name of an ICC profile (ICC.1:2010, 7.2).
 * @throws ProfileError where it is none, is not one of a printing condition, or is neither grey nor CMYK
 */
export function readProfile(bytes: Uint8Array): PressProfile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number): string => view.toString("latin1", at, at + length);
  if (bytes.length < HEADER_BYTES || text(36, 4) !== "acsp") throw new ProfileError("is no ICC profile");
  if (view.readUInt32BE(0) !== bytes.length) {
    throw new ProfileError(`is ${bytes.length} bytes long; its header says ${view.readUInt32BE(0)}`);
  }
  const deviceClass = text(12, 4);
  if (deviceClass !== "prtr") {
    throw new ProfileError(`is a profile of class “${deviceClass}”; expected one of a printing condition (prtr)`);
  }
  const components = COMPONENTS[text(16, 4)];
  if (!components) throw new ProfileError(`is a profile of ${text(16, 4).trim()}; expected GRAY or CMYK`);
  return { bytes, components, name: readName(view) ?? "Printing condition of the profile" };
}

/** What is wrong with a file given as a profile, after its name; undefined where nothing is. */
export function refuseProfile(bytes: Uint8Array): string | undefined {
  try {
    readProfile(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ProfileError) return error.message;
    throw error;
  }
}

/** The description: of version 2 in ASCII, of version 4 in UTF-16 (ICC.1:2010, 9.2.41 and 10.13). */
function readName(view: Buffer): string | undefined {
  const tags = Math.min(view.readUInt32BE(HEADER_BYTES), 100);
  for (let tag = 0; tag < tags; tag++) {
    const entry = HEADER_BYTES + 4 + tag * 12;
    if (entry + 12 > view.length || view.toString("latin1", entry, entry + 4) !== "desc") continue;
    const data = view.subarray(
      view.readUInt32BE(entry + 4),
      view.readUInt32BE(entry + 4) + view.readUInt32BE(entry + 8),
    );
    const kind = data.toString("latin1", 0, 4);
    if (kind === "desc" && data.length > 12) return data.toString("latin1", 12, 11 + data.readUInt32BE(8));
    if (kind === "mluc" && data.length > 28) {
      const text = Buffer.from(data.subarray(data.readUInt32BE(24), data.readUInt32BE(24) + data.readUInt32BE(20)));
      return text.length % 2 === 0 ? text.swap16().toString("utf16le") : undefined;
    }
  }
  return undefined;
}
