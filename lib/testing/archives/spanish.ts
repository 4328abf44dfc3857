import { type Language, written } from "./in-language";

export const spanish: Language = {
  columns: {
    connections: "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
    invitations: "De,Para,Enviado el,Mensaje,Dirección,inviterProfileUrl,inviteeProfileUrl",
    messages:
      "ID DE CONVERSACIÓN,TÍTULO DE LA CONVERSACIÓN,DE,URL DEL PERFIL DEL REMITENTE,PARA,URL DE LOS PERFILES DE LOS DESTINATARIOS,FECHA,ASUNTO,CONTENIDO,CARPETA,ARCHIVOS ADJUNTOS,ES UN BORRADOR DE MENSAJE,ES UN BORRADOR DE CONVERSACIÓN",
    recommendations: "Nombre,Apellidos,Empresa,Cargo,Texto,Fecha de creación,Estado",
    endorsementsReceived:
      "Fecha de validación,Nombre de la aptitud,Nombre del validador,Apellidos del validador,URL pública del validador,Estado de la validación",
    endorsementsGiven:
      "Fecha de validación,Nombre de la aptitud,Nombre del validado,Apellidos del validado,URL pública del validado,Estado de la validación",
    contacts: "Fuente,Nombre,Apellidos,Empresas,Cargo,Correos electrónicos,Números de teléfono",
    notes: "Nombre del contacto,Apellidos del contacto,URL del perfil del contacto,Nota,Creada el,Editada el",
  },
  recommendationsGiven: "Recomendaciones_dadas.csv",
  recommendationsReceived: "Recomendaciones_recibidas.csv",
  values: {
    ...{ outgoing: "SALIENTE", incoming: "ENTRANTE", yes: "Sí", no: "No", spam: "Correo no deseado" },
    ...{ member: "Miembro de LinkedIn", pending: "Pendiente", visible: "Visible" },
  },
  day: written("es-ES", { dateStyle: "long" }),
  moment: written("es-MX", { dateStyle: "short", timeStyle: "short" }),
};
