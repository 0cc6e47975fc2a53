import type { Recording } from './recording.ts'

/** Pixels of the longer side: enough on a phone. */
const longest = 1280
/** Bits a second: what the rules `video-within-size` and the limit of a media file leave. */
const bits = { picture: 900_000, sound: 96_000, leastPicture: 250_000, file: 61 * 1024 * 1024 * 8 }

/** Width and height of the film we make: never larger, both even, as H.264 asks. */
function frameOf({ width, height }: Pick<Recording, 'width' | 'height'>): {
  width: number
  height: number
} {
  const scale = Math.min(1, longest / Math.max(width, height))
  const even = (pixels: number) => Math.max(2, Math.floor((pixels * scale) / 2 + 0.01) * 2)
  return { width: even(width), height: even(height) }
}

/** Bits a second of the pictures; undefined when the film is too long for one file. */
export function pictureBits({ duration }: Pick<Recording, 'duration'>): number | undefined {
  const room = Math.floor(bits.file / duration) - bits.sound
  return room < bits.leastPicture ? undefined : Math.min(bits.picture, room)
}

interface Encoding {
  input: string
  output: string
  /** What the ffmpeg of this computer can do beside the usual. */
  filters: ReadonlySet<string>
}

/** What ffmpeg is told so that it makes a film every phone plays; it prints progress on its output. */
export function encodingArguments(
  recording: Recording,
  { input, output, filters }: Encoding,
): string[] {
  const { width, height } = frameOf(recording)
  const { sound, rate } = recording
  const most = pictureBits(recording) ?? bits.leastPicture
  return [
    ...['-hide_banner', '-nostdin', '-y', '-v', 'error', '-progress', 'pipe:1', '-i', input],
    ...['-map', `0:${recording.picture}`, ...(sound === undefined ? [] : ['-map', `0:${sound}`])],
    ...[
      '-vf',
      [
        ...pictureFilters(recording, filters),
        `scale=${width}:${height}:flags=lanczos:out_range=tv`,
        'setsar=1',
        `fps=${rate}`,
        'format=yuv420p',
      ].join(','),
    ],
    ...['-c:v', 'libx264', '-profile:v', 'high', '-level', '4.0', '-preset', 'fast', '-crf', '23'],
    ...['-maxrate', String(most), '-bufsize', String(most * 2)],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-c:a', 'aac', '-b:a', String(bits.sound), '-ac', '2', '-ar', '48000'],
    // No place, no device, no date; chapters and timed data of the camera stay behind.
    ...['-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1', '-dn', '-sn'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
    ...['-movflags', '+faststart', '-f', 'mp4', output],
  ]
}

/** Pictures as ordinary screens show them. */
function pictureFilters(
  { isInterlaced, brightness }: Recording,
  filters: ReadonlySet<string>,
): string[] {
  const canTone = filters.has('zscale') && filters.has('tonemap')
  return [
    ...(isInterlaced ? ['yadif'] : []),
    ...(brightness && canTone
      ? [
          'zscale=t=linear:npl=100',
          'format=gbrpf32le',
          'zscale=p=bt709',
          'tonemap=hable:desat=0',
          'zscale=t=bt709:m=bt709:r=tv',
          'format=yuv420p',
        ]
      : []),
  ]
}

/** What is wrong with how encoding went, when ffmpeg itself was content. `seconds` is what it got out. */
export function encodingFault(
  recording: Recording,
  seconds: number,
  errors: string,
): string | undefined {
  const { duration } = recording
  const isShort = seconds < duration - Math.max(1, duration * 0.02)
  if (!isShort && !/partial file/.test(errors)) return undefined
  return `片子坏了：索引说有 ${Math.round(duration)} 秒，读得出的只有 ${Math.round(Math.min(seconds, duration))} 秒，没有传完或中间断了。从手机上重新传一次原片。`
}

/** How many times the pictures or the sound could not be read on the way. */
export function damageIn(errors: string): number {
  return errors
    .split('\n')
    .filter((line) =>
      /error while decoding|invalid (NAL|data)|corrupt|Error submitting|missing picture/i.test(
        line,
      ),
    ).length
}

/** What will be different in the film we make, a sentence each. */
export function changesOf(recording: Recording, filters: ReadonlySet<string>): string[] {
  const { width, height, brightness, sounds, turned, isVariable, codec, tellsPosition, device } =
    recording
  const frame = frameOf(recording)
  const smaller = frame.width < Math.round(width) - 2 || frame.height < Math.round(height) - 2
  return [
    ...(codec === 'h264' ? [] : [`画面从 ${codec} 转成 H.264。`]),
    ...(turned ? ['画面按拍摄时的方向转正。'] : []),
    ...(smaller
      ? [
          `画面从 ${Math.round(width)} × ${Math.round(height)} 缩到 ${frame.width} × ${frame.height}。`,
        ]
      : []),
    ...(isVariable ? ['手机拍的帧率时快时慢，改成均匀的。'] : []),
    ...(brightness ? [toneSentence(filters)] : []),
    ...(sounds > 1 ? [`片子有 ${sounds} 条声音，只留默认的一条，请听一遍。`] : []),
    ...(sounds === 0 ? ['片子没有声音。'] : []),
    ...(tellsPosition ? ['拍摄地点的坐标去掉了。'] : []),
    ...(device ? [`拍摄设备（${device}）等附带的信息去掉了。`] : []),
  ]
}

function toneSentence(filters: ReadonlySet<string>): string {
  return filters.has('zscale') && filters.has('tonemap')
    ? '原片是 HDR，亮部压到普通屏幕能显示的范围，请看一遍颜色。'
    : '原片是 HDR，这台电脑上的 ffmpeg 没有 zscale，颜色会发灰：请看一遍，不合适的在手机上关掉 HDR 重拍，或用剪辑软件导出普通的 H.264。'
}
