import type { ImageFile, RefusedImage } from "../image-file.js";
import { imageKey } from "../images.js";
import type { Library } from "../library.js";
import type { BodyImage, NumberedPattern } from "../pattern.js";

export interface Refused extends RefusedImage {
  pattern: NumberedPattern;
  image: BodyImage;
}

/** Every place where a body shows a picture that no edition will show, and why. */
export function* refusedImages({ patterns, images }: Library): Iterable<Refused> {
  for (const pattern of patterns) {
    for (const image of pattern.body.images) {
      const found = images.get(imageKey(pattern, image.src));
      if (found && "refused" in found) yield { pattern, image, ...found };
    }
  }
}

export interface Shown {
  pattern: NumberedPattern;
  image: BodyImage;
  shown: ImageFile;
}

/** Every place where a body shows a picture that editions show. */
export function* shownImages({ patterns, images }: Library): Iterable<Shown> {
  for (const pattern of patterns) {
    for (const image of pattern.body.images) {
      const shown = images.get(imageKey(pattern, image.src));
      if (shown && !("refused" in shown)) yield { pattern, image, shown };
    }
  }
}
