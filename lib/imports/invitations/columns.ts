export const invitationColumns = {
  from: ["From", "Von", "De", "Expéditeur", "Remitente", "Remetente"],
  to: ["To", "An", "À", "Para", "Destinataire", "Destinatario", "Destinatário"],
  sentAt: [
    ...["Sent At", "Gesendet am", "Gesendet um", "Envoyé le", "Envoyée le", "Date d'envoi"],
    ...["Enviado el", "Enviada el", "Fecha de envío", "Enviado em", "Enviada em", "Data de envio"],
  ],
  message: ["Message", "Nachricht", "Mensaje", "Mensagem"],
  direction: ["Direction", "Richtung", "Sens", "Dirección", "Sentido", "Direção"],
  inviter: [
    ...["inviterProfileUrl", "inviterProfileUrn", "Profil-URL des Einladenden", "URL du profil de l'expéditeur"],
    ...["URL del perfil del remitente", "URL do perfil do remetente"],
  ],
  invitee: [
    ...["inviteeProfileUrl", "inviteeProfileUrn", "Profil-URL des Eingeladenen", "URL du profil du destinataire"],
    ...["URL del perfil del destinatario", "URL do perfil do destinatário"],
  ],
} as const;

export type InvitationColumn = keyof typeof invitationColumns;
