/** Tools in other tongues: labels, options and buttons. The last is no language at all: what is not understood must stay unread. */
export const languages: Record<string, Record<string, string>> = {
  de: { Model: 'Modell', 'AI model': 'KI-Modell', Resolution: 'Auflösung', Duration: 'Dauer', Length: 'Länge', Audio: 'Ton', Sound: 'Ton', 'Generate audio': 'Audio erzeugen', Variants: 'Varianten', 'Aspect ratio': 'Seitenverhältnis', Ratio: 'Format', Quality: 'Qualität', Low: 'Niedrig', Medium: 'Mittel', High: 'Hoch', On: 'Ein', Off: 'Aus', Generate: 'Generieren', Create: 'Erstellen', Run: 'Starten', '5 seconds': '5 Sekunden', '8 seconds': '8 Sekunden', '10 seconds': '10 Sekunden', Prompt: 'Beschreibung', 'Number of images': 'Anzahl der Bilder' },
  fr: { Model: 'Modèle', Resolution: 'Résolution', Duration: 'Durée', Length: 'Longueur', Audio: 'Son', Sound: 'Son', Variants: 'Variantes', 'Aspect ratio': 'Proportions', Quality: 'Qualité', On: 'Activé', Off: 'Désactivé', Generate: 'Générer', Create: 'Créer', Run: 'Lancer', '5 seconds': '5 secondes', '8 seconds': '8 secondes', '10 seconds': '10 secondes' },
  es: { Model: 'Modelo', Resolution: 'Resolución', Duration: 'Duración', Length: 'Longitud', Audio: 'Sonido', Variants: 'Variantes', 'Aspect ratio': 'Relación de aspecto', Quality: 'Calidad', Low: 'Baja', Medium: 'Media', High: 'Alta', Generate: 'Generar', Create: 'Crear', '5 seconds': '5 segundos', '8 seconds': '8 segundos', '10 seconds': '10 segundos' },
  ja: { Model: 'モデル', Resolution: '解像度', Duration: '長さ', Length: '長さ', Audio: '音声', Sound: 'サウンド', Variants: '生成数', 'Aspect ratio': 'アスペクト比', Ratio: '縦横比', Quality: '品質', On: 'オン', Off: 'オフ', Generate: '生成', Create: '作成', '5s': '5秒', '8s': '8秒', '10s': '10秒', '12s': '12秒', '30s': '30秒', '1 min': '1分', Prompt: 'プロンプト' },
  zh: { Model: '模型', Resolution: '分辨率', Duration: '视频时长', Length: '时长', Audio: '音频', Sound: '音效', Variants: '数量', 'Aspect ratio': '宽高比', Quality: '质量', On: '开', Off: '关', Generate: '立即生成', Create: '创建', '5s': '5 秒', '8s': '8 秒', '10s': '10 秒', '12s': '12 秒', '1 min': '1 分钟', Prompt: '提示词' },
  ru: { Model: 'Модель', Resolution: 'Разрешение', Duration: 'Длительность', Audio: 'Звук', Variants: 'Варианты', 'Aspect ratio': 'Соотношение сторон', Quality: 'Качество', Generate: 'Создать', Create: 'Сгенерировать', '5 seconds': '5 секунд', '8 seconds': '8 секунд', '10 seconds': '10 секунд' },
  ar: { Model: 'النموذج', Resolution: 'الدقة', Duration: 'المدة', Audio: 'الصوت', Variants: 'العدد', 'Aspect ratio': 'نسبة العرض إلى الارتفاع', Generate: 'إنشاء', '5 seconds': '5 ثوان' },
  none: { Model: 'Zorbel', Resolution: 'Fimptal', Duration: 'Quessa', Length: 'Quessa', 'Clip length (seconds)': 'Quessa', Audio: 'Brodwig', 'Generate audio': 'Brodwig', Variants: 'Nulpit', Outputs: 'Nulpit', 'Aspect ratio': 'Trenk', Quality: 'Haspel', Low: 'Ip', Medium: 'Op', High: 'Up', Size: 'Wemble', Images: 'Drobs' },
}

/** Other words for the same label, and words that only look like it. */
export const rewordings: Record<string, string[]> = {
  Model: ['Select model', 'Video model', 'Engine', 'AI model', 'Model:', 'Choose a model *', 'Style', 'Which brain?', 'Base model'],
  Resolution: ['Output resolution', 'Video resolution', 'Resolution (px)', 'Size', 'Definition', 'Sharpness', 'Preview resolution'],
  Duration: ['Length', 'Clip length', 'Duration (s)', 'Video length', 'Duration in seconds', 'How long', 'Time', 'Fade duration', 'Duration (frames)', 'Duration (min)'],
  Length: ['Duration', 'Clip length', 'Seconds', 'Extent', 'Prompt length'],
  'Clip length (seconds)': ['Duration', 'Seconds', 'Length (s)', 'Duration (min)', 'Frames'],
  Audio: ['Sound', 'Generate audio', 'With audio', 'Native audio', 'Mute audio', 'No audio', 'Ambience', 'Audio: on', 'Without audio'],
  'Generate audio': ['Audio', 'Sound', 'Mute', 'Silent', 'Remove audio', 'Include sound'],
  Sound: ['Audio', 'Mute sound', 'Sound effects'],
  Variants: ['Variations', 'Outputs', 'Number of outputs', 'Batch size', 'Count', 'Takes', 'Variant'],
  Outputs: ['Variants', 'Number of videos', 'How many', 'Output format'],
  'Number of images': ['Images', 'Image count', 'Quantity', 'Pictures', 'Reference images'],
  Images: ['Number of images', 'Count', 'Input images', 'Image'],
  'Aspect ratio': ['Ratio', 'Format', 'Aspect', 'Frame', 'Shape'],
  Quality: ['Rendering quality', 'Output quality', 'Preview quality', 'Grade', 'Quality:'],
  Size: ['Output size', 'Dimensions', 'Image size', 'File size', 'Font size'],
  'Frame rate': ['FPS', 'Frames per second', 'Speed', 'Rate'],
}
