import { type Drawing, svgText } from '../../report/charts/drawing.ts';
import type { Picture } from '../../workbook/write-workbook.ts';

/** Pixels of the picture for one of the drawing: crisp in print. */
const SHARPNESS = 3;

/** Draws a chart as PNG. The drawing is handed to the browser as data, so it works without a network and from a folder. */
export async function drawPicture(drawing: Drawing): Promise<Picture> {
  const { width, height } = drawing;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('the picture could not be made');
  return { png: await blob.arrayBuffer(), width, height };
}
