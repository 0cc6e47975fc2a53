import { z } from 'zod'

/** What a film is, as far as making ours from it needs. */
export interface Recording {
  /** Seconds. */
  duration: number
  /** Pixels as shown: turned, and with square pixels. */
  width: number
  height: number
  /** Index of the pictures among the file's streams, and of the sound if there is any. */
  picture: number
  sound?: number
  codec: string
  /** Frames a second of what we make. */
  rate: string
  isVariable: boolean
  isInterlaced: boolean
  /** How bright pictures are written when they go beyond what ordinary screens show. */
  brightness?: 'pq' | 'hlg'
  turned: boolean
  sounds: number
  /** Whether it tells where it was taken, and by which device. */
  tellsPosition: boolean
  device?: string
}

const number = z.coerce.number().optional()
const tags = z.record(z.string(), z.string()).optional()
const stream = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  width: number,
  height: number,
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  field_order: z.string().optional(),
  color_transfer: z.string().optional(),
  duration: number,
  disposition: z.object({ default: z.number(), attached_pic: z.number() }).partial().optional(),
  side_data_list: z
    .array(
      z.object({ side_data_type: z.string().optional(), rotation: number, dv_profile: number }),
    )
    .optional(),
  tags,
})
const probed = z.object({
  streams: z.array(stream).default([]),
  format: z.object({ format_name: z.string().optional(), duration: number, tags }).optional(),
})
type Stream = z.infer<typeof stream>

/**
 * What ffprobe printed about a file (`-show_format -show_streams -of json`), or why no film can be made of
 * it. `errors` is what it said beside that.
 */
export function readRecording(printed: string, errors: string): Recording | { fault: string } {
  const { streams, format } = probed.parse(parseJson(printed))
  const videos = streams.filter(
    ({ codec_type, disposition }) => codec_type === 'video' && !disposition?.attached_pic,
  )
  const sounds = streams.filter(
    ({ codec_type, codec_name }) => codec_type === 'audio' && codec_name,
  )
  const video = videos.find(({ disposition }) => disposition?.default) ?? videos[0]
  const duration = format?.duration ?? video?.duration
  const fault = faultOf({
    video,
    duration,
    errors,
    format: format?.format_name,
    sounds: sounds.length,
  })
  if (fault || !video || duration === undefined) return { fault: fault ?? '读不出这部片子。' }
  const sound = sounds.find(({ disposition }) => disposition?.default) ?? sounds[0]
  const transfer = video.color_transfer
  const brightness =
    transfer === 'smpte2084' ? 'pq' : transfer === 'arib-std-b67' ? 'hlg' : undefined
  const allTags = [format?.tags, ...streams.map((one) => one.tags)].flatMap((one) =>
    Object.entries(one ?? {}),
  )
  const device = tagged(allTags, /^(com\.(apple\.quicktime|android)\.)?model$/)
  return {
    duration,
    ...sizeOf(video),
    picture: video.index,
    ...(sound ? { sound: sound.index } : {}),
    codec: video.codec_name ?? '',
    ...rateOf(video),
    isInterlaced: /^(tt|bb|tb|bt)$/.test(video.field_order ?? ''),
    ...(brightness ? { brightness } : {}),
    turned: rotationOf(video) !== 0,
    sounds: sounds.length,
    tellsPosition: tagged(allTags, /^location|location\.iso6709$/) !== undefined,
    ...(device ? { device } : {}),
  }
}

function tagged(all: readonly [string, string][], name: RegExp): string | undefined {
  return all.find(([key]) => name.test(key.toLowerCase()))?.[1]
}

function parseJson(printed: string): unknown {
  try {
    return JSON.parse(printed)
  } catch {
    return {}
  }
}

function faultOf({
  video,
  duration = 0,
  errors,
  format = '',
  sounds,
}: {
  video: Stream | undefined
  duration: number | undefined
  errors: string
  format: string | undefined
  sounds: number
}): string | undefined {
  if (/moov atom not found/.test(errors))
    return '片子坏了：没有索引（moov），拍摄或传输时中断了。从手机上重新传一次原片。'
  if (!video && sounds > 0) return '这个文件只有声音，没有画面。'
  if (!video) return '这不是视频，或者坏得读不出来。'
  if (/_pipe$|^image2$|^gif$/.test(format)) return '这是图片，不是视频：图片用 npm run picture。'
  if (video.codec_tag_string === 'encv') return '这部片子加了密（有版权保护），做不了。'
  if (!video.codec_name || video.codec_name === 'unknown' || !video.width || !video.height)
    return `画面的编码（${video.codec_tag_string ?? '不明'}）这台电脑上的 ffmpeg 读不了，或者片子坏了。`
  if (video.side_data_list?.some(({ dv_profile }) => dv_profile === 5))
    return '这是杜比视界（profile 5）的片子，颜色转不对。在手机的相机设置里关掉 HDR 再拍，或用剪辑软件导出普通的 H.264。'
  return duration > 0 ? undefined : '读不出片子有多长，文件没有传完或坏了。'
}

function rotationOf({ side_data_list: sides = [], tags }: Stream): number {
  const degrees =
    sides.find(({ rotation }) => rotation !== undefined)?.rotation ?? Number(tags?.rotate ?? 0)
  return ((Math.round(degrees / 90) % 4) + 4) % 4
}

function sizeOf(video: Stream): { width: number; height: number } {
  const [across = 1, down = 1] = (video.sample_aspect_ratio ?? '').split(':').map(Number)
  const stretch = across > 0 && down > 0 ? across / down : 1
  const [width, height] = [(video.width ?? 0) * stretch, video.height ?? 0]
  return rotationOf(video) % 2 === 1 ? { width: height, height: width } : { width, height }
}

/** A steady rate of at most 30: half of the camera's where that is more, 30 where it varies. */
function rateOf({ r_frame_rate, avg_frame_rate }: Stream): { rate: string; isVariable: boolean } {
  const [real, average] = [fraction(r_frame_rate), fraction(avg_frame_rate)]
  const isVariable = average > 0 && Math.abs(real - average) / average > 0.02
  if (isVariable || average === 0)
    return { rate: average > 24 && average < 25.5 ? '25' : '30', isVariable }
  let divisor = 1
  while (average / divisor > 30.5) divisor += 1
  const [top = '30', bottom = '1'] = (avg_frame_rate ?? '').split('/')
  return { rate: `${top}/${Number(bottom) * divisor}`, isVariable }
}

function fraction(written = ''): number {
  const [top = 0, bottom = 1] = written.split('/').map(Number)
  return bottom > 0 ? top / bottom : 0
}
