/** A drawing made into pixels. */

/** Pixels of the picture for each of the drawing, so that it stays sharp in print and on fine screens. */
const SCALE = 2;

/** More pixels than this no browser draws. */
const MOST_PIXELS = 200_000_000;
const LONGEST_SIDE = 16_000;

/** @returns A PNG in base64; null if it can't be drawn. */
export async function drawPng(svg: string): Promise<string | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(
      SCALE,
      LONGEST_SIDE / Math.max(width, height),
      Math.sqrt(MOST_PIXELS / (width * height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(width * scale));
    canvas.height = Math.max(1, Math.floor(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const [, base64] = canvas.toDataURL('image/png').split(',');
    return base64 || null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
